"""Traps in other languages, with the names that places have there."""

FOREIGN: dict[str, tuple[str, ...]] = {
    "de": (
        "Im Dorf [Zwarnhausen|?] ist am Mittwoch die alte Brücke eingestürzt. Verletzt wurde niemand, sagte ein Sprecher der Feuerwehr.",
        "[Freiburg|freiburg] plant neues Radwegenetz\n\nDer Gemeinderat von [Freiburg|freiburg] hat am Dienstagabend ein Radwegenetz für die ganze Stadt beschlossen. Die Kosten von rund zwölf Millionen Euro teilen sich Stadt und Land. Oberbürgermeisterin Petra Lang sprach von einem guten Tag für alle, die ohne Auto unterwegs sind. „Wir haben lange genug gewartet“, sagte Lang.\n\nDie Opposition kritisierte, dass der Plan zu teuer sei. Ihr Sprecher Jonas Weber verwies auf die leeren Kassen und die hohen Zinsen. Auch Händler in der Altstadt fürchten um ihre Parkplätze. Die Arbeiten sollen im Frühjahr beginnen und drei Jahre dauern. Vorbild ist [Kopenhagen|copenhagen], wo mehr als die Hälfte der Menschen mit dem Rad zur Arbeit fährt. Fachleute der Universität begleiten das Vorhaben.",
        "In [Köln|cologne] und [München|munich] haben am Dienstag Tausende gegen den Bau der neuen Strecke protestiert. Die Bahn will im Herbst weiterbauen, teilte sie in [Berlin|berlin] mit.",
        "[HAMBURG|hamburg] (dpa) - Das [Essen|-] war kalt, der [Regen|-] fiel, und trotzdem blieben alle bis zum [Ende|-]. Der Koch stammt aus [Wien|vienna].",
        "Die Außenminister der [Türkei|turkey] und des [Irak|iraq] trafen sich in [Bagdad|baghdad]. Auch [Frankreich|france] und die [Schweiz|switzerland] waren vertreten.",
        "Bürgermeister [Karl Hamburger|-] und Frau [Bremen|-] eröffneten das Museum in [Zürich|zurich]. Die [Berliner Zeitung|@] hatte darüber berichtet.",
        "Bei einem Erdrutsch in [Bayern|bavaria] sind nach Angaben der Polizei drei Menschen verletzt worden. Helfer aus [Genf|geneva] und [Mailand|milan] trafen am Abend ein.",
    ),
    "fr": (
        "Une maison a brûlé dans le village de [Montraval-sur-Ourse|?], selon les pompiers venus de [Lyon|lyon] pendant la nuit.",
        "Le marché aux fleurs de [Lyon|lyon] déménage\n\nLa mairie a confirmé mercredi que le marché aux fleurs quittera la place qu'il occupe depuis soixante ans. Les commerçants, prévenus par lettre, sont en colère. « Personne ne nous a demandé notre avis », a déclaré Claire Fontaine, fleuriste depuis 1998.\n\nLe nouveau site, au bord du fleuve, offrira plus de place et des abris contre la pluie. Les travaux commenceront en septembre. L'adjoint au commerce, Paul Rivière, promet que les loyers ne changeront pas. Une pétition a recueilli trois mille signatures en deux jours. À [Bruxelles|brussels], où un marché semblable a déménagé l'an dernier, les ventes ont baissé d'un tiers.",
        "Le train de nuit entre [Paris|paris] et [Nice|nice] repartira en juin, a annoncé la compagnie. Il s'arrêtera aussi à [Marseille|marseille].",
        "Les ministres de l'[Allemagne|germany], de la [Pologne|poland] et de l'[Espagne|spain] se sont réunis à [Londres|london] pour parler du prix du blé.",
        "Deux hommes ont été arrêtés à [Bagdad|baghdad], en [Irak|iraq], après une longue enquête. Ils étaient arrivés de [Syrie|syria] par la route.",
        "Madame [Londres|-] et Monsieur [Paris|-] ont fait le [tour|-] du lac. Les [tours|-] sont gratuits, dit la mairie de [Genève|geneva].",
        "La [Méditerranée|mediterranean] se réchauffe, et les pêcheurs de [Grèce|greece] s'inquiètent de ne plus rien prendre dans leurs filets.",
    ),
    "es": (
        "El incendio comenzó en la aldea de [Villarrobre|?] y llegó hasta las afueras de [Sevilla|seville], según los bomberos.",
        "El puerto de [Valencia|valencia] tendrá trenes nocturnos\n\nLa autoridad portuaria anunció ayer que los trenes de mercancías circularán también por la noche. La medida, que empezará en mayo, permitirá mover mil contenedores más cada semana. Los vecinos temen el ruido. «Nadie ha hablado con nosotros», dijo Carmen Flores, presidenta de la asociación de vecinos.\n\nEl ministro de Transportes, Luis Castillo, defendió el plan y recordó que otros puertos ya lo hacen. Según un estudio de la universidad, las emisiones bajarán un doce por ciento. La inversión será de cuarenta millones de euros. En [Marruecos|morocco] y [Portugal|portugal] hay proyectos parecidos. La Guardia Civil vigilará las vías durante los primeros meses.",
        "Los bomberos de [Sevilla|seville] y [Málaga|malaga] apagaron el incendio después de tres días. El gobierno de [Madrid|madrid] envió dos aviones.",
        "La reunión entre [Estados Unidos|usa] y [Rusia|russia] se celebrará en [Ginebra|geneva], según dijo ayer un portavoz del ministerio.",
        "[Londres|london] y [Nueva York|new_york] comparten desde el lunes un reloj. El relojero nació en [Suecia|sweden] y trabaja en [Argentina|argentina].",
        "La escritora [Ana Toledo|-] presentó su novela en [Córdoba|cordoba], [España|spain]. [Toledo|-] dijo que la había escrito en un tren.",
        "Un grupo de médicos de [Cuba|cuba] y [Brasil|brazil] llegó al [Líbano|lebanon] para ayudar en los hospitales del sur del país.",
    ),
    "tr": (
        "[Karasöğütçük|?] köyünde çıkan yangın söndürüldü. Yaralılar [Ankara|ankara]'daki hastaneye götürüldü, dedi vali.",
        "[Eskişehir|eskisehir]'de tramvay hattı uzuyor\n\nBelediye, yeni tramvay hattının gelecek yıl tamamlanacağını duyurdu. Başkan Ayşe Demir, hattın günde otuz bin yolcu taşıyacağını söyledi. \"Bu şehir bunu hak ediyor\" dedi Demir. Esnaf ise yol çalışmaları yüzünden satışların düştüğünü söylüyor.\n\nProjeyi [Ankara|ankara] merkezli bir şirket yürütüyor. Vagonlar [Çekya|czechia]'da üretilecek. Uzmanlar, hattın hava kirliliğini azaltacağını belirtiyor. Muhalefet partileri maliyetin yüksek olduğunu savundu. Çalışmalar mayıs ayında başlayacak ve iki yıl sürecek. Üniversite öğrencileri hattın gece de çalışmasını istiyor.",
        "[Diyarbakır|diyarbakir]'da yeni hastane açıldı. Açılışa [İstanbul|istanbul]'dan ve [İzmir|izmir]'den gelen doktorlar da katıldı.",
        "[Irak|iraq] ile [Suriye|syria] arasındaki sınır kapısı pazartesi günü yeniden açılacak. Karar [Bağdat|baghdad]'da alındı, dedi sözcü.",
        "[Ordu|-] köprüyü onardı, [ordu|-] sözcüsü çarşamba günü söyledi. Köprü [Ankara|ankara] yolu üzerinde bulunuyor.",
        "[ANKARA|ankara] (AA) - [Almanya|germany] ve [Fransa|france] ile yapılan görüşmeler sürüyor. Bir sonraki toplantı [Londra|london]'da yapılacak.",
    ),
    "ar": (
        "افتتح رئيس الوزراء يوم الخميس جسرا جديدا فوق نهر [دجلة|tigris] في [الموصل|mosul]. وقال إن العمل استغرق ثلاث سنوات وكلف أربعين مليون دولار. وأضاف أن الحكومة ستبني جسرين آخرين قبل نهاية العام.\n\nورحب السكان بالخطوة لكنهم طالبوا بإصلاح شبكة المياه والكهرباء. وقالت المعلمة سعاد كريم إن الأطفال كانوا يعبرون النهر بالقوارب كل صباح. وشارك في المشروع مهندسون من [تركيا|turkey] و[ألمانيا|germany]. وأكدت وزارة النقل أن الطريق إلى [أربيل|erbil] سيصبح أقصر بنصف ساعة. وحضر الحفل عدد من النواب ورجال الأعمال والصحفيين.",
        "قال متحدث باسم الحكومة إن الطريق بين [بغداد|baghdad] و[البصرة|basra] سيفتح يوم الأحد بعد إصلاح الجسر.",
        "وصل وفد من [الأردن|jordan] إلى [دمشق|damascus] يوم الاثنين لبحث عودة اللاجئين إلى [سوريا|syria].",
        "[أربيل|erbil] (كردستان 24) - أعلنت وزارة الصحة في [العراق|iraq] عن افتتاح مستشفى جديد في [الموصل|mosul].",
        "أغلقت المدارس في [القاهرة|cairo] و[بيروت|beirut] بسبب العاصفة، وقالت السلطات في [لبنان|lebanon] إن الأمطار ستستمر.",
    ),
    "ru": (
        "Мэр [Новосибирска|novosibirsk] объявил во вторник о ремонте трёх мостов через реку. Работы начнутся в мае и продлятся два года, сообщила пресс-служба. Жители боятся пробок и просят построить новую дорогу. «Мы ждали этого десять лет», — сказал инженер Павел Морозов. Деньги выделят бюджет области и частная компания. Похожие работы идут в [Казани|kazan] и [Самаре|samara]. Эксперты из [Германии|germany] проверят проект до конца года. Министр транспорта обещал следить за сроками.",
        "[Лондон|london] и [Париж|paris] подписали соглашение о новом поезде. Первый рейс пройдёт летом, сообщила компания.",
        "Министр прилетел в [Багдад|baghdad] в понедельник. [Ирак|iraq] и [Сирия|syria] обсудят открытие границы, сказал он.",
        "В [Москве|moscow] и [Киеве|kyiv] ночью прошёл сильный дождь, а в [Берлине|berlin] было сухо, сообщили метеорологи.",
    ),
    "zh": (
        "[上海|shanghai]市政府周三宣布，将在两年内新建五十座公园。负责人表示，工程将于明年春天开始，总费用约二十亿元。居民对此表示欢迎，但希望保留老树。专家说，公园可以降低夏天的气温。[新加坡|singapore]和[东京|tokyo]也有类似的计划。",
        "[北京|beijing]和[东京|tokyo]之间的航班将于下周恢复，航空公司周一表示。",
        "[伊拉克|iraq]总理周二抵达[巴黎|paris]，将与[法国|france]官员讨论石油问题。",
    ),
    "fa": (
        "شهردار [اصفهان|isfahan] روز سه\u200cشنبه گفت که ساخت سه پل تازه از بهار آغاز می\u200cشود. او افزود که هزینه این طرح را دولت و بخش خصوصی می\u200cپردازند. مردم از ترافیک و آلودگی هوا گله دارند. کارشناسان می\u200cگویند آب رودخانه هر سال کمتر می\u200cشود. مهندسانی از [ژاپن|japan] و [آلمان|germany] در این طرح کار می\u200cکنند.",
        "وزیر خارجه روز دوشنبه از [تهران|tehran] به [بغداد|baghdad] رفت تا درباره مرز گفتگو کند.",
        "مدارس در [دمشق|damascus] و [بیروت|beirut] به دلیل توفان بسته شد و مردم [سوریه|syria] در خانه ماندند.",
    ),
    "it": (
        "Il sindaco di [Torino|turin] ha presentato lunedì il piano per i nuovi parchi della città. Il progetto costerà otto milioni di euro e durerà quattro anni. «È una giornata importante», ha detto Marco Ferrari, assessore al verde. I residenti chiedono più panchine e meno cemento. Secondo il comitato di quartiere, gli alberi tagliati l'anno scorso non sono mai stati sostituiti. Anche [Milano|milan] e [Napoli|naples] studiano piani simili. I lavori inizieranno in primavera, se il consiglio darà il via libera. La regione contribuirà con due milioni. Un gruppo di esperti arrivato dall'[Olanda|~] e dalla [Germania|germany] ha visitato i cantieri.",
    ),
    "pt": (
        "A prefeitura de [Recife|recife] anunciou na terça-feira a compra de oitenta ônibus elétricos. Os primeiros chegam em junho, disse o secretário de Transportes, João Pereira. Segundo ele, a passagem não vai aumentar. Moradores dos bairros mais distantes reclamam da falta de abrigos. A empresa vencedora da licitação tem sede na [China|china] e fábricas em [Portugal|portugal]. Técnicos de [Lisboa|lisbon] ajudaram a desenhar as novas linhas. O sindicato dos motoristas pediu cursos antes da estreia dos veículos.",
    ),
    "nl": (
        "De gemeenteraad van [Utrecht|utrecht] heeft dinsdag besloten om honderd oude bomen langs de gracht te kappen. Volgens wethouder Anna de Vries zijn de wortels een gevaar voor de kademuren. Bewoners zijn boos en stappen naar de rechter. „Niemand heeft ons iets gevraagd”, zei buurtbewoner Kees Bakker. De gemeente plant voor elke boom twee nieuwe. In [Amsterdam|amsterdam] en [Antwerpen|antwerp] is dat eerder gelukt. Het werk begint in het najaar en duurt twee jaar. Deskundigen uit [Duitsland|germany] houden toezicht.",
    ),
}
