"""English first names and what they are shortened to, a person a line."""

SHORT_FORMS = """
thomas tom tommy
william will bill billy liam willie
robert rob bob bobby robbie bert
richard rick dick richie ricky rich
john jack johnny jon jonny
james jim jimmy jamie jem
michael mike mick mickey mikey
joseph joe joey
charles charlie chuck chas
edward ed eddie ted teddy ned
henry harry hank
harold harry hal
margaret maggie meg peggy madge daisy greta rita
elizabeth liz lizzie beth betty eliza bess libby lisa elsie
katherine catherine kathryn kate katie kathy cathy kat kit kitty katharine
alexander alex al sandy xander lex
alexandra alex sandra sandy lexi
nicholas nick nicky nicolas
christopher chris kit topher
christina christine chris tina chrissie
patrick pat paddy
patricia pat patty tricia trish
anthony tony ant
andrew andy drew
daniel dan danny
david dave davey
stephen steven steve
matthew matt
gregory greg
jeffrey geoffrey jeff geoff
lawrence laurence larry
samuel sam sammy
samantha sam
benjamin ben benny
timothy tim
kenneth ken
ronald ron ronnie
donald don donnie
gerald jerry gerry
leonard len leo lenny
frederick fred freddie
albert al bert
theodore ted theo
dorothy dot dolly dottie
eleanor ellie nell nora
helen nell nellie ellen
susan sue susie suzanne susanna
deborah debbie deb
barbara barb babs
rebecca becky bex becca
jennifer jen jenny
jessica jess jessie
victoria vicky tori vikki
victor vic
amanda mandy
abigail abby gail
isabella isabel bella izzy isabelle
penelope penny
philip phil
pamela pam
rachel rae
martha marty
mary molly polly may
anne ann anna annie nancy
sarah sally sadie sara
frances fran frankie fanny
francis frank
zachary zach zack
nathan nate nathaniel
joshua josh
jonathan jon jonny
peter pete
raymond ray
vincent vince vinnie
walter walt wally
""".strip().splitlines()

# The same name in several languages: whoever writes in another may be called by it.
KINDRED = """
Alexander Aleksander Александр Aleksandr Alexandre Alejandro Alessandro
Alexandra Aleksandra Александра
Alice Alicja Алиса
Andrew Andrzej Андрей Andrei Andreas André Andrea
Anna Anne Ann Hanna Hannah Анна Ania Аня Anya
Anthony Antoni Антон Anton Antonio
Barbara Barbora Варвара Basia
Catherine Katherine Kathryn Katarzyna Екатерина Katarina Caterina Kate Kasia Катя Katya Katerina
Christina Krystyna Кристина Christine Kristina
Christopher Krzysztof Christoph Cristopher
Daniel Даниил Данил Данила Daniil
Dorothy Dorota
Dmitri Dmitry Дмитрий Dima
Elizabeth Elżbieta Елизавета Elisabeth Elisa
Eugene Евгений Evgeny Eugeniusz Yevgeny Evgenii
Eve Eva Ewa Ева
George Georg Георгий Jerzy Юрий Yuri Jurij Georges Jorge
Gregory Grzegorz Григорий Grigory
Helen Helena Елена Elena Ellen Hélène Yelena Lena
Irene Irena Irina Ирина
James Jakub Jacob Яков
Joan Joanna Joanne Jane Жанна Яна Янина Janina
John Jan Иван Ivan Ian Johann Johannes Juan Jean Giovanni Sean Iwan Ян
Joseph Józef Иосиф Josef José Giuseppe
Julia Julie Юлия Julija Yulia Juliana
Catharine Karin
Luke Łukasz Лука Lukas Lucas
Mark Marek Марк Marcus Marco Marc
Margaret Małgorzata Маргарита Margarita
Martha Marta Марта
Martin Marcin Мартин
Mary Maria Мария Marie Mariya Marija Maryja Masha
Matthew Mateusz Матвей Matthias Matteo
Michael Michał Михаил Mikhail Michel Miguel Mikael
Natalie Natalia Наталья Наталия Natalya Nathalie Natasha
Nicholas Mikołaj Николай Nikolai Nicolas Nikolay
Olga Ольга Olha Olya
Paul Paweł Павел Pavel Pablo Paolo Pawel
Peter Piotr Пётр Pierre Pedro Petr Pyotr
Philip Filip Филипп
Rose Róża Роза
Sergey Siergiej Сергей Sergei Serge Sergio Serhii
Sophia Zofia София Софья Sophie Sofia Sofya
Stephen Stefan Степан Steven Szczepan
Susan Zuzanna Сусанна Suzanne Susanna
Teresa Theresa Тереза Therese
Thaddeus Tadeusz
Thomas Tomasz Фома Tomas
Theodore Fyodor Фёдор Teodor Fedor
Vera Wiera Вера
Victoria Wiktoria Виктория Viktoria
Victor Wiktor Виктор Viktor
Vladimir Włodzimierz Владимир Wladimir Volodymyr
Xenia Ksenia Ксения Оксана Oksana Kseniya
""".strip().splitlines()
