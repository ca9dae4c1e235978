"""Free mailbox providers: a shop that writes from one of them looks like nobody's (R11)."""

_WRITTEN = """
gmail.com googlemail.com outlook.com outlook.pl hotmail.com hotmail.co.uk live.com live.co.uk
msn.com yahoo.com yahoo.co.uk ymail.com rocketmail.com aol.com icloud.com me.com mac.com
proton.me protonmail.com pm.me tutanota.com tuta.io zoho.com zohomail.com gmx.com gmx.net gmx.de
gmx.at web.de t-online.de freenet.de mail.com email.com inbox.com fastmail.com hushmail.com
btinternet.com sky.com talktalk.net virginmedia.com ntlworld.com comcast.net verizon.net att.net
sbcglobal.net cox.net bellsouth.net shaw.ca rogers.com bigpond.com
mail.ru bk.ru inbox.ru list.ru internet.ru xmail.ru yandex.ru yandex.com yandex.by yandex.kz
yandex.ua ya.ru rambler.ru lenta.ru autorambler.ru myrambler.ru ro.ru pochta.ru hotbox.ru
nm.ru qip.ru mail.ua ukr.net i.ua meta.ua bigmir.net tut.by mail.by mail.kz vk.com
wp.pl o2.pl onet.pl onet.eu op.pl poczta.onet.pl vp.pl autograf.pl buziaczek.pl interia.pl
interia.eu interia.com poczta.fm gazeta.pl tlen.pl go2.pl prokonto.pl spoko.pl onet.com.pl
poczta.wp.pl poczta.pl poczta.onet.eu neostrada.pl amorki.pl wp.eu gery.pl
seznam.cz email.cz centrum.cz post.cz azet.sk zoznam.sk libero.it virgilio.it tiscali.it alice.it
orange.fr wanadoo.fr free.fr laposte.net sfr.fr hotmail.fr yahoo.fr yahoo.de hotmail.de
hotmail.it hotmail.es yahoo.es yahoo.it terra.es freemail.hu citromail.hu abv.bg mail.bg
qq.com 163.com 126.com sina.com naver.com daum.net hanmail.net rediffmail.com
"""
PROVIDERS = frozenset(_WRITTEN.split())


def is_free(domain: str) -> bool:
    """Whether a domain is a provider's where anybody may have a mailbox."""
    return domain.lower().rstrip(".") in PROVIDERS
