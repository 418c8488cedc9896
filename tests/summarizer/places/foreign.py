"""Traps in other languages, with the names that places have there."""

FOREIGN: dict[str, tuple[str, ...]] = {
    "de": (
        "In [Köln|cologne] und [München|munich] haben am Dienstag Tausende gegen den Bau der neuen Strecke protestiert. Die Bahn will im Herbst weiterbauen, teilte sie in [Berlin|berlin] mit.",
        "[HAMBURG|hamburg] (dpa) - Das [Essen|-] war kalt, der [Regen|-] fiel, und trotzdem blieben alle bis zum [Ende|-]. Der Koch stammt aus [Wien|vienna].",
        "Die Außenminister der [Türkei|turkey] und des [Irak|iraq] trafen sich in [Bagdad|baghdad]. Auch [Frankreich|france] und die [Schweiz|switzerland] waren vertreten.",
        "Bürgermeister [Karl Hamburger|-] und Frau [Bremen|-] eröffneten das Museum in [Zürich|zurich]. Die [Berliner Zeitung|@] hatte darüber berichtet.",
        "Bei einem Erdrutsch in [Bayern|bavaria] sind nach Angaben der Polizei drei Menschen verletzt worden. Helfer aus [Genf|geneva] und [Mailand|milan] trafen am Abend ein.",
    ),
    "fr": (
        "Le train de nuit entre [Paris|paris] et [Nice|nice] repartira en juin, a annoncé la compagnie. Il s'arrêtera aussi à [Marseille|marseille].",
        "Les ministres de l'[Allemagne|germany], de la [Pologne|poland] et de l'[Espagne|spain] se sont réunis à [Londres|london] pour parler du prix du blé.",
        "Deux hommes ont été arrêtés à [Bagdad|baghdad], en [Irak|iraq], après une longue enquête. Ils étaient arrivés de [Syrie|syria] par la route.",
        "Madame [Londres|-] et Monsieur [Paris|-] ont fait le [tour|-] du lac. Les [tours|-] sont gratuits, dit la mairie de [Genève|geneva].",
        "La [Méditerranée|mediterranean] se réchauffe, et les pêcheurs de [Grèce|greece] s'inquiètent de ne plus rien prendre dans leurs filets.",
    ),
    "es": (
        "Los bomberos de [Sevilla|seville] y [Málaga|malaga] apagaron el incendio después de tres días. El gobierno de [Madrid|madrid] envió dos aviones.",
        "La reunión entre [Estados Unidos|usa] y [Rusia|russia] se celebrará en [Ginebra|geneva], según dijo ayer un portavoz del ministerio.",
        "[Londres|london] y [Nueva York|new_york] comparten desde el lunes un reloj. El relojero nació en [Suecia|sweden] y trabaja en [Argentina|argentina].",
        "La escritora [Ana Toledo|-] presentó su novela en [Córdoba|cordoba], [España|spain]. [Toledo|-] dijo que la había escrito en un tren.",
        "Un grupo de médicos de [Cuba|cuba] y [Brasil|brazil] llegó al [Líbano|lebanon] para ayudar en los hospitales del sur del país.",
    ),
    "tr": (
        "[Diyarbakır|diyarbakir]'da yeni hastane açıldı. Açılışa [İstanbul|istanbul]'dan ve [İzmir|izmir]'den gelen doktorlar da katıldı.",
        "[Irak|iraq] ile [Suriye|syria] arasındaki sınır kapısı pazartesi günü yeniden açılacak. Karar [Bağdat|baghdad]'da alındı, dedi sözcü.",
        "[Ordu|-] köprüyü onardı, [ordu|-] sözcüsü çarşamba günü söyledi. Köprü [Ankara|ankara] yolu üzerinde bulunuyor.",
        "[ANKARA|ankara] (AA) - [Almanya|germany] ve [Fransa|france] ile yapılan görüşmeler sürüyor. Bir sonraki toplantı [Londra|london]'da yapılacak.",
    ),
    "ar": (
        "قال متحدث باسم الحكومة إن الطريق بين [بغداد|baghdad] و[البصرة|basra] سيفتح يوم الأحد بعد إصلاح الجسر.",
        "وصل وفد من [الأردن|jordan] إلى [دمشق|damascus] يوم الاثنين لبحث عودة اللاجئين إلى [سوريا|syria].",
        "[أربيل|erbil] (كردستان 24) - أعلنت وزارة الصحة في [العراق|iraq] عن افتتاح مستشفى جديد في [الموصل|mosul].",
        "أغلقت المدارس في [القاهرة|cairo] و[بيروت|beirut] بسبب العاصفة، وقالت السلطات في [لبنان|lebanon] إن الأمطار ستستمر.",
    ),
    "ru": (
        "[Лондон|london] и [Париж|paris] подписали соглашение о новом поезде. Первый рейс пройдёт летом, сообщила компания.",
        "Министр прилетел в [Багдад|baghdad] в понедельник. [Ирак|iraq] и [Сирия|syria] обсудят открытие границы, сказал он.",
        "В [Москве|moscow] и [Киеве|kyiv] ночью прошёл сильный дождь, а в [Берлине|berlin] было сухо, сообщили метеорологи.",
    ),
    "zh": (
        "[北京|beijing]和[东京|tokyo]之间的航班将于下周恢复，航空公司周一表示。",
        "[伊拉克|iraq]总理周二抵达[巴黎|paris]，将与[法国|france]官员讨论石油问题。",
    ),
    "fa": (
        "وزیر خارجه روز دوشنبه از [تهران|tehran] به [بغداد|baghdad] رفت تا درباره مرز گفتگو کند.",
        "مدارس در [دمشق|damascus] و [بیروت|beirut] به دلیل توفان بسته شد و مردم [سوریه|syria] در خانه ماندند.",
    ),
}
