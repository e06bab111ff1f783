/* eslint-disable max-lines -- most of it is invented sentences in ten languages */
// Invented privacy policies in ten languages, as many as are asked for: the same ones on every run.

const day = {year: 2026, month: 3, day: 1};

/**
 * What a language says. `#` stands for a number that differs from clause to clause.
 * Each topic: its heading, what leads into its list, the list's items, and paragraphs.
 * @typedef {{title: string, date: string, topics: readonly {heading: string, lead: string, items: readonly string[],
 * paragraphs: readonly string[]}[]}} Words
 */

/** @type {Readonly<Record<string, Words>>} */
const languages = {
  en: {
    title: 'Privacy policy for *',
    date: `Effective date: ${day.day} March ${day.year}`,
    topics: [
      {
        heading: 'What we collect',
        lead: 'When you borrow a boat we write down the following:',
        items: [
          'your name and your telephone number, so that we can reach you when the wind rises',
          'your email address, to which we send the receipt',
          'the number of the boat, which stays on our board for # days',
        ],
        paragraphs: [
          'We ask for nothing that we do not need. Whoever only looks at the boats leaves no name behind, ' +
            'and nobody counts the visits to the jetty.',
        ],
      },
      {
        heading: 'How long we keep it',
        lead: 'We delete what we know of you in this order:',
        items: [
          'the booking, # days after the boat is back',
          'the receipt, when the tax office no longer wants to see it',
          'letters and emails, after # weeks without an answer',
        ],
        paragraphs: [
          'What has been deleted is gone from the copies too, at the latest # days afterwards, because each ' +
            'copy is written over by a newer one.',
        ],
      },
      {
        heading: 'Your rights',
        lead: 'You may ask us at any time:',
        items: [
          'what we know of you, and we answer within # days',
          'to correct what is wrong',
          'to delete what we no longer need',
        ],
        paragraphs: [
          'A letter or an email is enough. We ask for proof of who you are only where somebody else might ' +
            'otherwise read your data.',
        ],
      },
    ],
  },
  sv: {
    title: 'Integritetspolicy för *',
    date: `Gäller från och med den ${day.day} mars ${day.year}`,
    topics: [
      {
        heading: 'Vad vi samlar in',
        lead: 'När du lånar en båt antecknar vi följande:',
        items: [
          'ditt namn och ditt telefonnummer, så att vi kan nå dig när det blåser upp',
          'din e-postadress, dit vi skickar kvittot',
          'båtens nummer, som står kvar på vår tavla i # dagar',
        ],
        paragraphs: [
          'Vi frågar inte efter något som vi inte behöver. ' +
            'Den som bara tittar på båtarna lämnar inget namn efter sig, och ingen räknar besöken på bryggan.',
        ],
      },
      {
        heading: 'Hur länge vi sparar det',
        lead: 'Vi raderar det vi vet om dig i denna ordning:',
        items: [
          'bokningen, # dagar efter att båten är tillbaka',
          'kvittot, när Skatteverket inte längre vill se det',
          'brev och e-post, efter # veckor utan svar',
        ],
        paragraphs: [
          'Det som har raderats försvinner också ur kopiorna, senast # dagar efteråt, eftersom varje kopia ' +
            'skrivs över av en nyare.',
        ],
      },
      {
        heading: 'Dina rättigheter',
        lead: 'Du får när som helst be oss:',
        items: [
          'att tala om vad vi vet om dig, och vi svarar inom # dagar',
          'att rätta det som är fel',
          'att radera det vi inte längre behöver',
        ],
        paragraphs: [
          'Det räcker med ett brev eller ett mejl. Vi ber om bevis för vem du är bara när någon annan annars ' +
            'kunde läsa dina uppgifter.',
        ],
      },
    ],
  },
  nb: {
    title: 'Personvernerklæring for *',
    date: `Ikrafttredelsesdato: ${day.day}. mars ${day.year}`,
    topics: [
      {
        heading: 'Hva vi samler inn',
        lead: 'Når du låner en båt, noterer vi følgende:',
        items: [
          'navnet og telefonnummeret ditt, slik at vi kan nå deg når vinden øker',
          'e-postadressen din, som vi sender kvitteringen til',
          'nummeret på båten, som blir stående på tavlen vår i # dager',
        ],
        paragraphs: [
          'Vi spør ikke om noe vi ikke trenger. Den som bare ser på båtene, etterlater seg ikke noe navn, og ' +
            'ingen teller hvor ofte noen går ut på brygga.',
        ],
      },
      {
        heading: 'Hvor lenge vi beholder det',
        lead: 'Vi sletter det vi vet om deg, i denne rekkefølgen:',
        items: [
          'bestillingen, # dager etter at båten er tilbake',
          'kvitteringen, når skatteetaten ikke lenger vil se den',
          'brev og e-post, etter # uker uten svar',
        ],
        paragraphs: [
          'Det som er slettet, blir også borte fra kopiene, senest # dager etterpå, fordi hver kopi blir ' +
            'skrevet over av en nyere.',
        ],
      },
      {
        heading: 'Rettighetene dine',
        lead: 'Du kan når som helst be oss om:',
        items: [
          'å fortelle hva vi vet om deg, og vi svarer innen # dager',
          'å rette det som er feil',
          'å slette det vi ikke lenger trenger',
        ],
        paragraphs: [
          'Et brev eller en e-post er nok. Vi ber bare om bevis for hvem du er når noen andre ellers kunne ' +
            'lest opplysningene dine.',
        ],
      },
    ],
  },
  da: {
    title: 'Privatlivspolitik for *',
    date: `Ikrafttrædelsesdato: ${day.day}. marts ${day.year}`,
    topics: [
      {
        heading: 'Hvad vi indsamler',
        lead: 'Når du låner en båd, skriver vi følgende ned:',
        items: [
          'dit navn og dit telefonnummer, så vi kan få fat i dig, når det blæser op',
          'din e-mailadresse, som vi sender kvitteringen til',
          'bådens nummer, som bliver stående på vores tavle i # dage',
        ],
        paragraphs: [
          'Vi spørger ikke om noget, som vi ikke har brug for. ' +
            'Den, der kun ser på bådene, efterlader sig ikke noget navn, og ingen tæller besøgene på broen.',
        ],
      },
      {
        heading: 'Hvor længe vi gemmer det',
        lead: 'Vi sletter det, vi ved om dig, i denne rækkefølge:',
        items: [
          'bestillingen, # dage efter at båden er tilbage',
          'kvitteringen, når skattevæsenet ikke længere vil se den',
          'breve og e-mails, efter # uger uden svar',
        ],
        paragraphs: [
          'Det, der er slettet, forsvinder også fra kopierne, senest # dage efter, fordi hver kopi bliver ' +
            'overskrevet af en nyere.',
        ],
      },
      {
        heading: 'Dine rettigheder',
        lead: 'Du kan til enhver tid bede os om:',
        items: [
          'at fortælle, hvad vi ved om dig, og vi svarer inden for # dage',
          'at rette det, der er forkert',
          'at slette det, vi ikke længere har brug for',
        ],
        paragraphs: [
          'Et brev eller en e-mail er nok. Vi beder kun om bevis for, hvem du er, hvor en anden ellers kunne ' +
            'læse dine oplysninger.',
        ],
      },
    ],
  },
  nl: {
    title: 'Privacyverklaring van *',
    date: `Ingangsdatum: ${day.day} maart ${day.year}`,
    topics: [
      {
        heading: 'Wat wij verzamelen',
        lead: 'Wanneer u een boot leent, noteren wij het volgende:',
        items: [
          'uw naam en uw telefoonnummer, zodat wij u kunnen bereiken als de wind opsteekt',
          'uw e-mailadres, waar wij de kwitantie heen sturen',
          'het nummer van de boot, dat # dagen op ons bord blijft staan',
        ],
        paragraphs: [
          'Wij vragen niets wat wij niet nodig hebben. Wie alleen naar de boten kijkt, laat geen naam ' +
            'achter, en niemand telt de bezoeken aan de steiger.',
        ],
      },
      {
        heading: 'Hoe lang wij het bewaren',
        lead: 'Wij wissen wat wij van u weten in deze volgorde:',
        items: [
          'de boeking, # dagen nadat de boot terug is',
          'de kwitantie, zodra de belastingdienst die niet meer wil zien',
          'brieven en e-mails, na # weken zonder antwoord',
        ],
        paragraphs: [
          'Wat gewist is, verdwijnt ook uit de kopieën, uiterlijk # dagen later, omdat elke kopie door een ' +
            'nieuwere wordt overschreven.',
        ],
      },
      {
        heading: 'Uw rechten',
        lead: 'U kunt ons op elk moment vragen:',
        items: [
          'wat wij van u weten, en wij antwoorden binnen # dagen',
          'om te verbeteren wat niet klopt',
          'om te wissen wat wij niet meer nodig hebben',
        ],
        paragraphs: [
          'Een brief of een e-mail is genoeg. Wij vragen alleen om een bewijs van wie u bent als iemand ' +
            'anders uw gegevens anders zou kunnen lezen.',
        ],
      },
    ],
  },
  de: {
    title: 'Datenschutzhinweise für *',
    date: `Gültig ab: ${day.day}. März ${day.year}`,
    topics: [
      {
        heading: 'Was wir erheben',
        lead: 'Wenn Sie ein Boot leihen, schreiben wir Folgendes auf:',
        items: [
          'Ihren Namen und Ihre Telefonnummer, damit wir Sie erreichen, wenn der Wind auffrischt',
          'Ihre E-Mail-Adresse, an die wir die Quittung schicken',
          'die Nummer des Bootes, die # Tage lang an unserer Tafel steht',
        ],
        paragraphs: [
          'Wir fragen nach nichts, was wir nicht brauchen. ' +
            'Wer sich die Boote nur ansieht, hinterlässt keinen Namen, und niemand zählt die Besuche auf dem ' +
            'Steg.',
        ],
      },
      {
        heading: 'Wie lange wir es aufbewahren',
        lead: 'Wir löschen, was wir von Ihnen wissen, in dieser Reihenfolge:',
        items: [
          'die Buchung, # Tage nachdem das Boot zurück ist',
          'die Quittung, sobald das Finanzamt sie nicht mehr sehen will',
          'Briefe und E-Mails, nach # Wochen ohne Antwort',
        ],
        paragraphs: [
          'Was gelöscht ist, verschwindet auch aus den Kopien, spätestens # Tage danach, weil jede Kopie von ' +
            'einer neueren überschrieben wird.',
        ],
      },
      {
        heading: 'Ihre Rechte',
        lead: 'Sie können uns jederzeit darum bitten:',
        items: [
          'zu sagen, was wir von Ihnen wissen; wir antworten innerhalb von # Tagen',
          'zu berichtigen, was falsch ist',
          'zu löschen, was wir nicht mehr brauchen',
        ],
        paragraphs: [
          'Ein Brief oder eine E-Mail genügt. Einen Nachweis, wer Sie sind, verlangen wir nur, wo sonst ' +
            'jemand anders Ihre Daten lesen könnte.',
        ],
      },
    ],
  },
  fr: {
    title: 'Politique de confidentialité de *',
    date: `Date d’entrée en vigueur : 1er mars ${day.year}`,
    topics: [
      {
        heading: 'Ce que nous recueillons',
        lead: 'Lorsque vous empruntez un bateau, nous notons ce qui suit :',
        items: [
          'votre nom et votre numéro de téléphone, afin de vous joindre quand le vent se lève',
          'votre adresse électronique, à laquelle nous envoyons le reçu',
          'le numéro du bateau, qui reste # jours sur notre tableau',
        ],
        paragraphs: [
          'Nous ne demandons rien dont nous n’ayons besoin. ' +
            'Qui se contente de regarder les bateaux ne laisse aucun nom, et personne ne compte les visites ' +
            'sur le ponton.',
        ],
      },
      {
        heading: 'Combien de temps nous le conservons',
        lead: 'Nous effaçons ce que nous savons de vous dans cet ordre :',
        items: [
          'la réservation, # jours après le retour du bateau',
          'le reçu, dès que le fisc ne veut plus le voir',
          'les lettres et les courriels, après # semaines sans réponse',
        ],
        paragraphs: [
          'Ce qui est effacé disparaît aussi des copies, au plus tard # jours après, car chaque copie est ' +
            'remplacée par une plus récente.',
        ],
      },
      {
        heading: 'Vos droits',
        lead: 'Vous pouvez à tout moment nous demander :',
        items: [
          'ce que nous savons de vous, et nous répondons sous # jours',
          'de corriger ce qui est faux',
          'd’effacer ce dont nous n’avons plus besoin',
        ],
        paragraphs: [
          'Une lettre ou un courriel suffit. Nous ne demandons une preuve de votre identité que là où ' +
            'quelqu’un d’autre pourrait sinon lire vos données.',
        ],
      },
    ],
  },
  es: {
    title: 'Política de privacidad de *',
    date: `Fecha de entrada en vigor: ${day.day} de marzo de ${day.year}`,
    topics: [
      {
        heading: 'Qué recogemos',
        lead: 'Cuando toma prestada una barca, anotamos lo siguiente:',
        items: [
          'su nombre y su número de teléfono, para poder avisarle cuando se levante el viento',
          'su correo electrónico, al que enviamos el recibo',
          'el número de la barca, que sigue # días en nuestra pizarra',
        ],
        paragraphs: [
          'No preguntamos nada que no necesitemos. Quien solo mira las barcas no deja ningún nombre, y nadie ' +
            'cuenta las visitas al embarcadero.',
        ],
      },
      {
        heading: 'Cuánto tiempo lo guardamos',
        lead: 'Borramos lo que sabemos de usted en este orden:',
        items: [
          'la reserva, # días después de que vuelva la barca',
          'el recibo, cuando Hacienda ya no quiera verlo',
          'las cartas y los correos, tras # semanas sin respuesta',
        ],
        paragraphs: [
          'Lo que se borra desaparece también de las copias, a más tardar # días después, porque cada copia ' +
            'se sustituye por otra más reciente.',
        ],
      },
      {
        heading: 'Sus derechos',
        lead: 'Puede pedirnos en cualquier momento:',
        items: [
          'que le digamos lo que sabemos de usted, y respondemos en # días',
          'que corrijamos lo que esté mal',
          'que borremos lo que ya no necesitemos',
        ],
        paragraphs: [
          'Basta con una carta o un correo. Solo pedimos una prueba de quién es usted cuando de otro modo ' +
            'otra persona podría leer sus datos.',
        ],
      },
    ],
  },
  'zh-Hant': {
    title: '* 隱私權政策',
    date: `生效日期：${day.year}年${day.month}月${day.day}日`,
    topics: [
      {
        heading: '我們蒐集的資料',
        lead: '您借用小船時，我們會記下以下資料：',
        items: [
          '您的姓名及電話號碼，以便起風時與您聯絡',
          '您的電子郵件地址，用來寄送收據',
          '小船的號碼，在我們的黑板上保留 # 天',
        ],
        paragraphs: ['不需要的資料，我們一概不問。只來看船的人不必留下姓名，也沒有人會計算碼頭來了多少人。'],
      },
      {
        heading: '保存多久',
        lead: '我們依照以下順序刪除您的資料：',
        items: [
          '預約紀錄，在小船歸還 # 天後刪除',
          '收據，在稅務機關不再需要查閱時刪除',
          '信件與電子郵件，在 # 週沒有回覆後刪除',
        ],
        paragraphs: ['已經刪除的資料，最遲在 # 天後也會從備份中消失，因為每一份備份都會由較新的備份覆寫。'],
      },
      {
        heading: '您的權利',
        lead: '您可以隨時要求我們：',
        items: ['告訴您我們知道什麼，我們會在 # 天內答覆', '更正錯誤的內容', '刪除我們不再需要的資料'],
        paragraphs: ['寄一封信或一封電子郵件就可以了。只有在他人可能看到您的資料時，我們才會請您證明身分。'],
      },
    ],
  },
  ar: {
    title: 'سياسة الخصوصية لدى *',
    date: `تاريخ السريان: ${day.day} مارس ${day.year}`,
    topics: [
      {
        heading: 'ما نجمعه',
        lead: 'عندما تستعير قاربًا فإننا نسجل ما يلي:',
        items: [
          'اسمك ورقم هاتفك، لكي نتصل بك عندما تشتد الرياح',
          'عنوان بريدك الإلكتروني الذي نرسل إليه الإيصال',
          'رقم القارب الذي يبقى على لوحتنا مدة # يومًا',
        ],
        paragraphs: [
          'لا نسأل عن شيء لا نحتاج إليه. من ينظر إلى القوارب فقط لا يترك اسمًا وراءه، ولا أحد يعد الزيارات إلى الرصيف.',
        ],
      },
      {
        heading: 'مدة الاحتفاظ',
        lead: 'نحذف ما نعرفه عنك بهذا الترتيب:',
        items: [
          'الحجز، بعد # يومًا من عودة القارب',
          'الإيصال، عندما لا تعود مصلحة الضرائب بحاجة إليه',
          'الرسائل والبريد الإلكتروني، بعد # أسبوعًا بلا رد',
        ],
        paragraphs: [
          'ما حُذف يختفي أيضًا من النسخ الاحتياطية بعد # يومًا على الأكثر، لأن كل نسخة تُكتب فوقها ' + 'نسخة أحدث.',
        ],
      },
      {
        heading: 'حقوقك',
        lead: 'يمكنك في أي وقت أن تطلب منا:',
        items: ['أن نخبرك بما نعرفه عنك، ونجيب خلال # يومًا', 'أن نصحح ما هو خطأ', 'أن نحذف ما لم نعد نحتاج إليه'],
        paragraphs: ['تكفي رسالة أو بريد إلكتروني. لا نطلب إثبات هويتك إلا حيث قد يقرأ شخص آخر بياناتك.'],
      },
    ],
  },
};

const tags = Object.keys(languages);
/** How many sections a text has: with it, one text in English is about six kilobytes. */
const sections = 10;

/** An invented word for each number, none of which begins like another's: "Bokaruli". */
function nameOf(/** @type {number} */ number) {
  const syllables = [...'bdfgklmnprstv'].flatMap((consonant) => [...'aeiou'].map((vowel) => consonant + vowel));
  const word = [7, 31, 3, 17]
    .map(
      (step, place) =>
        syllables[(number * step + Math.floor(number / syllables.length ** 1) * (place + 1)) % syllables.length],
    )
    .join('');
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/**
 * The n-th of all texts, to be imported as `name`: ten languages of one policy, then ten of the next.
 * @param {number} n from 0
 */
export function textToImport(n) {
  const number = Math.floor(n / tags.length);
  const name = nameOf(number);
  const language = tags[n % tags.length] ?? 'en';
  const words = languages[language];
  if (words === undefined) throw new Error(`There are no words in ${language}`);
  const {title, date, topics} = words;
  const policy = name.toLowerCase();
  let seed = number + 1;
  const count = () => String(((seed = (seed * 1103515245 + 12345) % 2147483648) % 89) + 10);
  const parts = Array.from({length: sections}, (_, index) => {
    const topic = topics[(index + number) % topics.length];
    if (topic === undefined) return '';
    const {heading, lead, items, paragraphs} = topic;
    const lines = [`## ${index + 1}. ${heading}`, lead, items.map((item) => `- ${item}`).join('\n'), ...paragraphs];
    return lines
      .join('\n\n')
      .replaceAll('#', (mark, at, whole) =>
        (whole[at - 1] === ' ' && whole[at + 1] === ' ') || (language === 'zh-Hant' && at > 2) ? count() : mark,
      );
  });
  return {
    name: `${policy}.${language}.md`,
    policy,
    language,
    text: `# ${title.replace('*', name)}\n\n${date}\n\n${parts.join('\n\n')}\n`,
  };
}
