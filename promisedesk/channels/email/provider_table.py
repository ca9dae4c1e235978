"""The big mail providers of Russia, Poland and the world, and how programs get in there.

From the providers' own help pages and Mozilla's autoconfig database, as of November 2026.
Labels are what their pages call things, in their language: people look for these words.
"""

from django.utils.translation import gettext_lazy as _

from promisedesk.channels.email.providers import Page, Provider, implicit, starttls

TABLE = (
    Provider(
        "google",
        "Google",
        domains=("gmail.com", "googlemail.com"),
        mx=("google.com", "googlemail.com"),
        imap=implicit("imap.gmail.com", 993),
        smtp=implicit("smtp.gmail.com", 465),
        app_password=Page(
            "Google Account → Security → App passwords",
            "https://myaccount.google.com/apppasswords",
        ),
        needs_two_steps=True,
        oauth="google",
        spf="_spf.google.com",
        dkim=("google",),
    ),
    Provider(
        "outlook",
        "Outlook.com",
        domains=("outlook.*", "hotmail.*", "live.*", "msn.com", "windowslive.com", "passport.com"),
        mx=("olc.protection.outlook.com",),
        imap=implicit("outlook.office365.com", 993),
        smtp=starttls("smtp-mail.outlook.com", 587),
        switch_on=Page(
            "Settings → Mail → Forwarding and IMAP", "https://outlook.live.com/mail/0/options/mail"
        ),
        oauth="microsoft",
        takes_passwords=False,
        spf="spf.protection.outlook.com",
    ),
    Provider(
        "microsoft365",
        "Microsoft 365",
        mx=("mail.protection.outlook.com", "mx.microsoft"),
        imap=implicit("outlook.office365.com", 993),
        smtp=starttls("smtp.office365.com", 587),
        switch_on=Page(
            "Microsoft 365 admin centre → Users → Mail → Manage email apps",
            "https://admin.microsoft.com/Adminportal/Home#/users",
        ),
        oauth="microsoft",
        takes_passwords=False,
        spf="spf.protection.outlook.com",
        dkim=("selector1", "selector2"),
        is_free=False,
    ),
    Provider(
        "yahoo",
        "Yahoo",
        domains=("yahoo.*", "ymail.com", "rocketmail.com", "myyahoo.com"),
        mx=("yahoodns.net",),
        imap=implicit("imap.mail.yahoo.com", 993),
        smtp=implicit("smtp.mail.yahoo.com", 465),
        app_password=Page(
            "Account security → App password", "https://login.yahoo.com/account/security"
        ),
        spf="_spf.mail.yahoo.com",
    ),
    Provider(
        "aol",
        "AOL",
        domains=("aol.*", "aim.com"),
        imap=implicit("imap.aol.com", 993),
        smtp=implicit("smtp.aol.com", 465),
        app_password=Page(
            "Account security → App password", "https://login.aol.com/account/security"
        ),
    ),
    Provider(
        "icloud",
        "iCloud",
        domains=("icloud.com", "me.com", "mac.com"),
        mx=("mail.icloud.com",),
        imap=implicit("imap.mail.me.com", 993, user="local"),
        smtp=starttls("smtp.mail.me.com", 587),
        app_password=Page(
            "Apple Account → Sign-In and Security → App-Specific Passwords",
            "https://account.apple.com/account/manage",
        ),
        needs_two_steps=True,
        spf="icloud.com",
        dkim=("sig1",),
    ),
    Provider(
        "yandex",
        "Яндекс",
        domains=("yandex.*", "ya.ru", "narod.ru"),
        mx=("mx.yandex.net", "mx.yandex.ru", "yandex.ru"),
        imap=implicit("imap.yandex.ru", 993),
        smtp=implicit("smtp.yandex.ru", 465),
        switch_on=Page(
            "Почта → Настройки → Почтовые программы", "https://mail.yandex.ru/#setup/client"
        ),
        app_password=Page(
            "Яндекс ID → Безопасность → Пароли приложений",
            "https://id.yandex.ru/security/app-passwords",
        ),
        spf="_spf.yandex.net",
        dkim=("mail",),
    ),
    Provider(
        "mailru",
        "Mail",
        domains=(
            "mail.ru",
            "bk.ru",
            "inbox.ru",
            "list.ru",
            "internet.ru",
            "xmail.ru",
            "vk.com",
            "mail.ua",
        ),
        mx=("mxs.mail.ru", "emx.mail.ru", "mail.ru"),
        imap=implicit("imap.mail.ru", 993),
        smtp=implicit("smtp.mail.ru", 465),
        app_password=Page(
            "Аккаунт → Безопасность → Пароли для внешних приложений",
            "https://account.mail.ru/user/2-step-auth/passwords/",
        ),
        spf="_spf.mail.ru",
        dkim=("mailru",),
    ),
    Provider(
        "rambler",
        "Рамблер",
        domains=(
            "rambler.ru",
            "lenta.ru",
            "autorambler.ru",
            "myrambler.ru",
            "ro.ru",
            "rambler.ua",
        ),
        mx=("rambler.ru",),
        imap=implicit("imap.rambler.ru", 993),
        smtp=implicit("smtp.rambler.ru", 465),
        switch_on=Page(
            "Почта → Настройки → Программы", "https://mail.rambler.ru/settings/mailapps"
        ),
    ),
    Provider(
        "wp",
        "WP Poczta",
        domains=("wp.pl", "wp.eu"),
        mx=("mx.wp.pl", "mx5.wp.pl"),
        imap=implicit("imap.wp.pl", 993),
        smtp=implicit("smtp.wp.pl", 465),
        switch_on=Page("Poczta → Ustawienia → Programy pocztowe", "https://poczta.wp.pl/"),
        app_password=Page(
            "1login od WP → Bezpieczeństwo → Hasła do aplikacji", "https://1login.wp.pl/"
        ),
    ),
    Provider(
        "o2",
        "o2 Poczta",
        domains=("o2.pl", "go2.pl", "tlen.pl", "prokonto.pl"),
        mx=("mx.tlen.pl", "o2.pl"),
        imap=implicit("poczta.o2.pl", 993, user="local"),
        smtp=implicit("poczta.o2.pl", 465, user="local"),
        switch_on=Page(
            "Poczta → Ustawienia → Programy pocztowe",
            "https://pomoc.o2.pl/aktywacja-dostepu-dla-programow-pocztowych",
        ),
    ),
    Provider(
        "onet",
        "Onet Poczta",
        domains=(
            "onet.pl",
            "onet.eu",
            "onet.com.pl",
            "op.pl",
            "vp.pl",
            "poczta.onet.pl",
            "poczta.onet.eu",
            "autograf.pl",
            "buziaczek.pl",
            "amorki.pl",
            "spoko.pl",
            "opoczta.pl",
        ),
        mx=("poczta.onet.pl",),
        imap=implicit("imap.poczta.onet.pl", 993),
        smtp=implicit("smtp.poczta.onet.pl", 465),
        switch_on=Page("Poczta → Ustawienia → Konta → IMAP", "https://ustawienia.poczta.onet.pl/"),
        app_password=Page(
            "Konto Onet → Bezpieczeństwo → Hasła aplikacji", "https://konto.onet.pl/"
        ),
        spf="onet.pl",
    ),
    Provider(
        "interia",
        "Interia Poczta",
        domains=(
            "interia.pl",
            "interia.eu",
            "interia.com",
            "poczta.fm",
            "intmail.pl",
            "interiowy.pl",
            "pisz.to",
            "pacz.to",
            "ogarnij.se",
            "adresik.net",
            "vip.interia.pl",
        ),
        mx=("interia.pl",),
        imap=implicit("poczta.interia.pl", 993),
        smtp=implicit("poczta.interia.pl", 465),
        switch_on=Page("Poczta → Ustawienia → Programy pocztowe", "https://poczta.interia.pl/"),
    ),
    Provider(
        "gazeta",
        "Gazeta.pl",
        domains=("gazeta.pl",),
        imap=implicit("imap.gazeta.pl", 993),
        smtp=implicit("smtp.gazeta.pl", 465),
    ),
    # Its mailboxes are on the server of the account, which is also its MX: found by looking.
    Provider("homepl", "home.pl", mx=("home.pl",), spf="_spf.home.pl", is_free=False),
    Provider("nazwapl", "nazwa.pl", mx=("nazwa.pl",), is_free=False),
    Provider(
        "ovh",
        "OVHcloud",
        mx=("mail.ovh.net", "mail.ovh.ca"),
        imap=implicit("ssl0.ovh.net", 993),
        smtp=implicit("ssl0.ovh.net", 465),
        spf="mx.ovh.com",
        is_free=False,
    ),
    Provider(
        "zoho-eu",
        "Zoho Mail",
        mx=("mx.zoho.eu", "mx2.zoho.eu", "mx3.zoho.eu"),
        imap=implicit("imappro.zoho.eu", 993),
        smtp=implicit("smtppro.zoho.eu", 465),
        switch_on=Page("Settings → Mail Accounts → IMAP", "https://mail.zoho.eu/"),
        app_password=Page(
            "Zoho Accounts → Security → App Passwords", "https://accounts.zoho.eu/home#security"
        ),
        spf="zohomail.eu",
        dkim=("zmail",),
        is_free=False,
    ),
    Provider(
        "zoho",
        "Zoho Mail",
        domains=("zohomail.com", "zoho.com"),
        mx=("zoho.com", "zoho.in", "zoho.com.au"),
        imap=implicit("imap.zoho.com", 993),
        smtp=implicit("smtp.zoho.com", 465),
        switch_on=Page("Settings → Mail Accounts → IMAP", "https://mail.zoho.com/"),
        app_password=Page(
            "Zoho Accounts → Security → App Passwords", "https://accounts.zoho.com/home#security"
        ),
        spf="zohomail.com",
        dkim=("zmail",),
    ),
    Provider(
        "fastmail",
        "Fastmail",
        domains=("fastmail.com", "fastmail.fm", "sent.com", "messagingengine.com"),
        mx=("messagingengine.com",),
        imap=implicit("imap.fastmail.com", 993),
        smtp=implicit("smtp.fastmail.com", 465),
        app_password=Page(
            "Settings → Privacy & Security → App passwords",
            "https://app.fastmail.com/settings/security/apps",
        ),
        spf="spf.messagingengine.com",
        dkim=("fm1", "fm2", "fm3"),
    ),
    Provider(
        "proton",
        "Proton Mail",
        domains=("proton.me", "protonmail.com", "protonmail.ch", "pm.me"),
        mx=("protonmail.ch", "proton.ch"),
        cannot=_(
            "Proton encrypts its mailboxes, so no program reads them from outside. Forward this "
            "address to the desk by a Proton rule, or run Proton Mail Bridge on the desk’s own "
            "machine and give its server and port below."
        ),
        spf="_spf.protonmail.ch",
        dkim=("protonmail", "protonmail2", "protonmail3"),
    ),
    Provider(
        "tuta",
        "Tuta",
        domains=(
            "tuta.com",
            "tuta.io",
            "tutanota.com",
            "tutanota.de",
            "tutamail.com",
            "keemail.me",
        ),
        mx=("tutanota.de",),
        cannot=_(
            "Tuta encrypts its mailboxes and lets no other program in. Use an address at another "
            "provider for the desk."
        ),
        spf="spf.tutanota.de",
        dkim=("s1", "s2"),
    ),
    Provider(
        "gmxcom",
        "GMX",
        domains=("gmx.com", "gmx.us", "gmx.co.uk", "gmx.fr", "gmx.es"),
        mx=("gmx.com",),
        imap=implicit("imap.gmx.com", 993),
        smtp=implicit("mail.gmx.com", 465),
        switch_on=Page("Settings → POP3 & IMAP", "https://www.gmx.com/"),
    ),
    Provider(
        "gmx",
        "GMX",
        domains=("gmx.*", "mein.gmx", "mail.gmx", "email.gmx"),
        mx=("emig.gmx.net", "gmx.net"),
        imap=implicit("imap.gmx.net", 993),
        smtp=implicit("mail.gmx.net", 465),
        switch_on=Page(
            "E-Mail → Einstellungen → POP3/IMAP Abruf",
            "https://hilfe.gmx.net/pop-imap/einschalten.html",
        ),
    ),
    Provider(
        "webde",
        "WEB.DE",
        domains=("web.de", "email.de"),
        mx=("web.de",),
        imap=implicit("imap.web.de", 993),
        smtp=starttls("smtp.web.de", 587),
        switch_on=Page(
            "E-Mail → Einstellungen → POP3/IMAP Abruf",
            "https://hilfe.web.de/pop-imap/einschalten.html",
        ),
    ),
    Provider(
        "tonline",
        "Telekom Mail",
        domains=("t-online.de", "magenta.de"),
        imap=implicit("secureimap.t-online.de", 993),
        smtp=implicit("securesmtp.t-online.de", 465),
        app_password=Page(
            "E-Mail Center → Einstellungen → Passwort für E-Mail-Programme",
            "https://account.idm.telekom.com/account-manager/",
        ),
    ),
    Provider(
        "seznam",
        "Seznam",
        domains=("seznam.cz", "email.cz", "post.cz", "spoluzaci.cz"),
        mx=("seznam.cz",),
        imap=implicit("imap.seznam.cz", 993),
        smtp=implicit("smtp.seznam.cz", 465),
    ),
    Provider(
        "ukrnet",
        "UKR.NET",
        domains=("ukr.net",),
        mx=("ukr.net",),
        imap=implicit("imap.ukr.net", 993),
        smtp=implicit("smtp.ukr.net", 465),
        switch_on=Page("Налаштування → IMAP-доступ", "https://mail.ukr.net/"),
    ),
    Provider(
        "beget",
        "Beget",
        mx=("beget.com", "beget.ru"),
        imap=implicit("imap.beget.com", 993),
        smtp=implicit("smtp.beget.com", 465),
        spf="beget.com",
        dkim=("beget",),
        is_free=False,
    ),
    Provider(
        "timeweb",
        "Timeweb",
        mx=("timeweb.ru",),
        imap=implicit("imap.timeweb.ru", 993),
        smtp=implicit("smtp.timeweb.ru", 465),
        spf="_spf.timeweb.ru",
        dkim=("dkim",),
        is_free=False,
    ),
    Provider(
        "regru",
        "REG.RU",
        mx=("hosting.reg.ru",),
        imap=implicit("mail.hosting.reg.ru", 993),
        smtp=implicit("mail.hosting.reg.ru", 465),
        spf="_spf.hosting.reg.ru",
        is_free=False,
    ),
    Provider(
        "spaceweb",
        "SpaceWeb",
        mx=("spaceweb.ru", "sweb.ru"),
        imap=implicit("imap.spaceweb.ru", 993),
        smtp=implicit("smtp.spaceweb.ru", 465),
        spf="_spf.spaceweb.ru",
        is_free=False,
    ),
    Provider(
        "ionos",
        "IONOS",
        mx=("kundenserver.de", "ionos.com", "ionos.co.uk", "1and1.com"),
        imap=implicit("imap.ionos.com", 993),
        smtp=implicit("smtp.ionos.com", 465),
        spf="_spf-eu.ionos.com",
        is_free=False,
    ),
    Provider(
        "hostinger",
        "Hostinger",
        mx=("hostinger.com", "hostinger.io"),
        imap=implicit("imap.hostinger.com", 993),
        smtp=implicit("smtp.hostinger.com", 465),
        spf="_spf.mail.hostinger.com",
        is_free=False,
    ),
)

# Free hosts without an entry above: an address there is still nobody's own domain.
_FREE_ELSEWHERE = """
mail.com email.com post.com usa.com consultant.com hushmail.com runbox.com mailfence.com
rediffmail.com qq.com 163.com 126.com sina.com naver.com daum.net hanmail.net
freenet.de mailbox.org posteo.de arcor.de bluewin.ch laposte.net orange.fr free.fr sfr.fr
wanadoo.fr libero.it virgilio.it tiscali.it alice.it tin.it telenet.be skynet.be ziggo.nl
kpnmail.nl planet.nl centrum.cz atlas.cz volny.cz azet.sk zoznam.sk freemail.hu citromail.hu
abv.bg mail.bg inbox.lv inbox.lt mail.ee hot.ee one.lv apollo.lv takas.lt
i.ua meta.ua bigmir.net email.ua tut.by mail.by mail.kz qip.ru pochta.ru nxt.ru km.ru e1.ru
hotbox.ru front.ru aport.ru e-mail.ru 5ballov.ru fromru.com
poczta.pl plusnet.pl neostrada.pl tenbit.pl konto.pl op.com.pl interia.com.pl epf.pl
btinternet.com sky.com talktalk.net virginmedia.com ntlworld.com comcast.net verizon.net
att.net cox.net sbcglobal.net bellsouth.net charter.net shaw.ca rogers.com bigpond.com
optusnet.com.au uol.com.br bol.com.br terra.com.br
"""
FREE_ELSEWHERE = frozenset(_FREE_ELSEWHERE.split())
