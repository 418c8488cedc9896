"""Traps of words that are places elsewhere: people, organisations, streets, common words."""

NAMES: dict[str, tuple[str, ...]] = {
    "people with a place's name": (
        "[Paris Hilton|-] opened a hotel in [Dublin|dublin].",
        '"We lost," [Jordan|-] said. [Michael Jordan|-] had flown in from [Chicago|chicago].',
        "[Georgia Meloni|-], a baker, won the prize. [Meloni|-] lives in [Milan|milan].",
        "Senator [Austin Holland|-] and Judge [Sydney Lincoln|-] shook hands in [Boston|boston].",
        "[Jack London|-] never saw it. [Virginia Woolf|-] did, in [York|york].",
        "Dr. [Florence Troy|-] and Mr. [Israel Lima|-] wrote the report.",
        "[Chad Miller|-] and [Kenya Brooks|-] opened a bakery. [Chad|-] bakes, [Kenya|-] sells, and [Dublin|dublin] queues.",
        "[Chelsea|-] and [Brooklyn|-] are twins, their mother [Savannah Reyes|-] said in [Perth|perth].",
    ),
    "a surname seen with a first name": (
        "The suspect, [Dale Washington|-], was held without bail in [Houston|houston]. [Washington|-] had no lawyer, and [Washington|-]'s mother wept.",
        "Coach [Amy Lincoln|-] was pleased. [Lincoln|-] said that the girls had run well in [Dallas|dallas].",
        "[Omar Tikriti|-] and [Sara Basra|-] wed in [Ankara|ankara]. [Basra|-] wore blue.",
        'A painter, [Ines Toledo|-], lost her studio in the fire. "All is ash," [Toledo|-] said.',
        "President [Ruth Cleveland|-] signed the law. Critics of [Cleveland|-] called it weak.",
    ),
    "titles before a surname": (
        "Mr. [London|-] sued Mrs. [Berlin|-] over a hedge in [Hamburg|hamburg].",
        "Judge [Hamilton|-] freed Sgt. [Denver|-], and Capt. [Houston|-] praised both.",
    ),
    "organisations": (
        "The [New York Times|@] and the [Washington Post|@] both had it first.",
        "Analysts at [Bank of China|@] and [Deutsche Bank|-] cut their forecasts.",
        "The [Boston Consulting Group|@] hired forty people in [Warsaw|warsaw].",
        "[Kurdistan 24|@] asked the minister, who was in [Erbil|erbil].",
        "Shares of [Delta Air Lines|@] rose, and so did those of [Air France|@].",
        "The [Chicago Board of Trade|@] was shut. So was the [London Stock Exchange|@].",
    ),
    "teams": (
        "The [Dallas Cowboys|@] beat the [Chicago Bears|@] in front of 60,000 people.",
        "[Manchester United|@] drew with [Real Madrid|@], and [Leeds United|@] lost.",
        "[Galatasaray|-] drew 1-1 with [Bayern Munich|@] on Tuesday.",
    ),
    "universities and schools": (
        "Scientists at the [University of Oxford|@] and at [Boston University|@] found the gene.",
        "She teaches at [Michigan State University|@] and at [Oxford University|@].",
        "Pupils of [Lincoln High School|-] planted a tree in [Portland, Ore|portland].",
    ),
    "newspapers and agencies": (
        "The mayor told the [Toledo Blade|@] that the bridge would open.",
        "The [Jerusalem Post|@] and the [South China Morning Post|@] wrote about it.",
    ),
    "streets and buildings": (
        "The car was found on [Paris Street|-], off [Jordan Avenue|-], in [Winnipeg|winnipeg].",
        "They met at the corner of [Washington Boulevard|-] and [Lima Road|-].",
        "A fire broke out at the [Berlin Hotel|-] on [Madrid Square|-] in [Beirut|beirut].",
        "He spoke from [Downing Street|~] before driving down [Oxford Street|-] in [London|london].",
    ),
    "common words": (
        "[Reading|-] is good for children, a study says. [Nice|-] weather is better.",
        "[Of|-] all the plans, this was the worst. [Many|-] people left. [Most|-] stayed.",
        "[Mobile|-] phones were banned. [Police|-] searched bags.",
        "The [turkey|-] was dry, and the [china|-] was chipped. [Turkey|-] prices rose before [Thanksgiving|-].",
        "[Man|-] bites [dog|-]. [Orange|-] is the new [Green|-], says [Best|-] of [Show|-].",
        "[Independence|-] was hard won. [Liberty|-] and [Justice|-] for all, the [Hope|-] was.",
        "The [Deal|-] was done at last. [Split|-] over the [Bath|-] tax remains.",
    ),
    "common words that are places here": (
        "[Reading|reading] and [Oxford|oxford] will share a hospital, the council in [London|london] said.",
        "A man was shot in [Mobile, Alabama|mobile], on Sunday.",
        "He left [Nice|nice] for [Paris|paris] with a borrowed bicycle.",
    ),
    "months and weekdays": (
        "In [March|-] the rain came; by [May|-] it was over. On [Friday|-] it snowed.",
        "Jurors in [London|london] convicted the two in [March|-]; they had denied it in [May|-].",
        "[August|-] was hot. [April|-] and [June|-] were not, farmers in [Spain|spain] said.",
    ),
    "things named after places": (
        "She ordered a [Hamburg|~] steak, [Brussels|-] sprouts and a bottle of [Champagne|-].",
        "The [Geneva Convention|@] forbids it, and so does the [Treaty of Rome|@].",
        "He caught [Lyme|-] disease and later the [Spanish|-] flu.",
        "The [Paris Agreement|@] was signed long ago; the [Minsk|~] talks failed.",
    ),
}
