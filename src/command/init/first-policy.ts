/** What `init` writes: an invented company's policy in four languages, and a policies.yaml that teaches. */
import type {LanguageTag} from '../../policy/bundle.js';

interface Words {
  readonly title: string;
  readonly publisher: string;
  readonly product: string;
  readonly markdown: string;
}

const words: Readonly<Record<LanguageTag, Words>> = {
  en: {
    title: 'Privacy at Lantern Bikes',
    publisher: 'Lantern Bikes',
    product: 'Lantern Bikes',
    markdown: `# Lantern Bikes privacy policy

Effective date: 1 March 2026

Lantern Bikes rents bicycles by the hour and repairs them by the day. This policy says what we know about you, why, and for how long.

## How we use your data {#use}

What we use depends on how you meet us.

### Customers {#customers audience="client"}

If you rent a bicycle, we use:

- your contact information, to tell you when the bicycle is due and to reach you if it is found {#customers-contact}
- your payment information, to charge the rent and to return the deposit (performance of our contract with you) {#customers-payment}

### Visitors to the workshop {#visitors audience="visitor"}

If you only visit the workshop, we ask for nothing. A camera above the door records who comes in, because tools were stolen (our legitimate interests); the recording is deleted after three days.

## How long we keep it {#retention}

| What | How long |
| --- | --- |
| Rentals | two years |
| Receipts | as long as tax law asks for them |

## Your rights {#rights}

You can ask us what we know about you, have it corrected or deleted, and object to what we do with it. Write to [privacy@lanternbikes.example](mailto:privacy@lanternbikes.example). You can also complain to the data protection authority where you live.
`,
  },
  sv: {
    title: 'Integritet hos Lantern Bikes',
    publisher: 'Lantern Bikes',
    product: 'Lantern Bikes',
    markdown: `# Integritetspolicy för Lantern Bikes

Gäller från och med den 1 mars 2026

Lantern Bikes hyr ut cyklar per timme och reparerar dem per dag. Den här policyn säger vad vi vet om dig, varför och hur länge.

## Hur vi använder dina uppgifter {#use}

Vad vi använder beror på hur du möter oss.

### Kunder {#customers audience="client"}

Om du hyr en cykel använder vi:

- dina kontaktuppgifter, för att säga till när cykeln ska vara tillbaka och för att nå dig om den hittas {#customers-contact}
- dina betalningsuppgifter, för att ta betalt för hyran och betala tillbaka depositionen (fullgörande av vårt avtal med dig) {#customers-payment}

### Besökare i verkstaden {#visitors audience="visitor"}

Om du bara besöker verkstaden frågar vi inte efter något. En kamera över dörren spelar in vem som kommer in, eftersom verktyg har blivit stulna (vårt berättigade intresse); inspelningen raderas efter tre dagar.

## Hur länge vi sparar dem {#retention}

| Vad | Hur länge |
| --- | --- |
| Uthyrningar | två år |
| Kvitton | så länge skattelagstiftningen kräver det |

## Dina rättigheter {#rights}

Du kan fråga oss vad vi vet om dig, få det rättat eller raderat och invända mot vad vi gör med det. Skriv till [privacy@lanternbikes.example](mailto:privacy@lanternbikes.example). Du kan också klaga hos dataskyddsmyndigheten där du bor.
`,
  },
  da: {
    title: 'Databeskyttelse hos Lantern Bikes',
    publisher: 'Lantern Bikes',
    product: 'Lantern Bikes',
    markdown: `# Privatlivspolitik for Lantern Bikes

Ikrafttrædelsesdato: 1. marts 2026

Lantern Bikes udlejer cykler i timevis og reparerer dem fra dag til dag. Denne politik siger, hvad vi ved om dig, hvorfor og hvor længe.

## Hvordan vi bruger dine oplysninger {#use}

Hvad vi bruger, afhænger af, hvordan du møder os.

### Kunder {#customers audience="client"}

Hvis du lejer en cykel, bruger vi:

- dine kontaktoplysninger, så vi kan sige til, når cyklen skal afleveres, og få fat i dig, hvis den bliver fundet {#customers-contact}
- dine betalingsoplysninger, så vi kan opkræve lejen og betale depositummet tilbage (opfyldelse af vores kontrakt med dig) {#customers-payment}

### Besøgende i værkstedet {#visitors audience="visitor"}

Hvis du kun besøger værkstedet, spørger vi ikke om noget. Et kamera over døren optager, hvem der kommer ind, fordi der er blevet stjålet værktøj (vores legitime interesser); optagelsen slettes efter tre dage.

## Hvor længe vi gemmer dem {#retention}

| Hvad | Hvor længe |
| --- | --- |
| Udlejninger | to år |
| Kvitteringer | så længe skattelovgivningen kræver det |

## Dine rettigheder {#rights}

Du kan spørge os, hvad vi ved om dig, få det rettet eller slettet og gøre indsigelse mod det, vi gør med det. Skriv til [privacy@lanternbikes.example](mailto:privacy@lanternbikes.example). Du kan også klage til datatilsynsmyndigheden, hvor du bor.
`,
  },
  nl: {
    title: 'Privacy bij Lantern Bikes',
    publisher: 'Lantern Bikes',
    product: 'Lantern Bikes',
    markdown: `# Privacyverklaring van Lantern Bikes

Ingangsdatum: 1 maart 2026

Lantern Bikes verhuurt fietsen per uur en herstelt ze per dag. Deze verklaring zegt wat wij van u weten, waarom en hoe lang.

## Hoe wij uw gegevens gebruiken {#use}

Wat wij gebruiken, hangt ervan af hoe u met ons te maken heeft.

### Klanten {#customers audience="client"}

Als u een fiets huurt, gebruiken wij:

- uw contactgegevens, om te laten weten wanneer de fiets terug moet zijn en u te bereiken als hij gevonden wordt {#customers-contact}
- uw betalingsgegevens, om de huur in rekening te brengen en de borg terug te betalen (uitvoering van onze overeenkomst met u) {#customers-payment}

### Bezoekers van de werkplaats {#visitors audience="visitor"}

Als u alleen de werkplaats bezoekt, vragen wij niets. Een camera boven de deur neemt op wie er binnenkomt, omdat er gereedschap is gestolen (ons gerechtvaardigd belang); de opname wordt na drie dagen gewist.

## Hoe lang wij ze bewaren {#retention}

| Wat | Hoe lang |
| --- | --- |
| Verhuur | twee jaar |
| Kwitanties | zo lang als de belastingwet ze vraagt |

## Uw rechten {#rights}

U kunt ons vragen wat wij van u weten, het laten verbeteren of wissen, en bezwaar maken tegen wat wij ermee doen. Schrijf naar [privacy@lanternbikes.example](mailto:privacy@lanternbikes.example). U kunt ook een klacht indienen bij de toezichthouder waar u woont.
`,
  },
};

export const firstLanguages: readonly LanguageTag[] = Object.keys(words);

export const firstPolicy = (language: LanguageTag): string => words[language]?.markdown ?? '';

/** The comments stand before what they speak of, so that each part can be changed or deleted with its own. */
export function firstSettings(languages: readonly LanguageTag[]): string {
  const each = (name: keyof Words, indent = '  '): string =>
    languages.map((tag) => `${indent}${tag}: ${words[tag]?.[name] ?? ''}`).join('\n');
  return `# What the texts in the folders beside this file have in common.
#
# A text says what it is by where it stands: <policy>/<day of effect>/<language>.md
# A translation is one file more beside the others. A new edition is one folder more,
# named after the day it takes effect; the older one stays, so that readers can look back.
# In a text, {#id} gives a section or clause a name that is the same in every language,
# and {audience="visitor"} after a heading says whom the section is for.

# The name of the whole collection, and who answers for it, once per language.
title:
${each('title')}
publisher:
${each('publisher')}

# In the order in which readers are offered them. The first is the default.
languages: [${languages.join(', ')}]

# Whom sections are for. Most are known with their names: client, member, visitor,
# employee, guest … Declare your own with names that read on after "I am a …".
audiences:
  - id: client
  - id: visitor
  # - id: night-owl
  #   names: {en: night owl}

# What a reader may look for by name.
products:
  - id: lantern-bikes
    names:
${each('product', '      ')}

# A policy is a folder; it may cover several products.
policies:
  - id: privacy
    products: [lantern-bikes]
    # Where texts differ, this language is binding. Say so only if your policy does.
    # prevails: ${languages[0] ?? 'en'}
    # Languages that you promise for this policy: check tells when one has no text.
    # languages: [${languages.join(', ')}]

# Words that mean a kind of data, a legal ground or a purpose are found by themselves.
# Where yours are not, add them; “policy-viewer check” tells where languages differ.
# vocabulary:
#   - id: payment
#     phrases: {en: [deposit]}

# What check finds and may stay is said once, with its code and the reason.
# ignore:
#   - {code: older-edition, file: privacy/2026-03-01/${languages.at(-1) ?? 'en'}.md, reason: The new edition is with the translators}
`;
}
