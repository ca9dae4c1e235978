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
