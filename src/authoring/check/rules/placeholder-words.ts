/**
 * The words of `[insert date]` and `[company name]`, by language. Brackets hold what quotations
 * leave out, and notes: only words that ask to be replaced count.
 */
import type {WordsByLanguage} from '../../import/recognise/guess.js';

export interface Asking {
  /** Verbs at the beginning. The first asks in round brackets too, where others are part of a sentence. */
  readonly verbs: readonly string[];
  /** Things: each word in the brackets is one of them, or a small word. */
  readonly things: readonly string[];
  readonly small: readonly string[];
}

export const asking: WordsByLanguage<Asking> = {
  en: {
    verbs: ['insert', 'add', 'enter', 'fill in', 'replace', 'specify', 'choose', 'translate', 'to be confirmed', 'to be completed', 'to be added', 'to be determined', 'to be decided', 'to be inserted', 'to be translated', 'to be provided', 'to be updated'],
    things: ['date', 'day', 'month', 'year', 'name', 'company', 'organisation', 'organization', 'address', 'email', 'e-mail', 'mail', 'phone', 'telephone', 'number', 'link', 'url', 'website', 'site', 'country', 'city', 'product', 'service', 'contact', 'details', 'amount', 'period', 'placeholder', 'text'],
    small: ['of', 'the', 'a', 'our', 'your', 'controller', 'processor', 'owner', 'holder', 'copyright', 'company\'s', 'and', 'or', 'effective', 'legal', 'registered', 'postal', 'here', 'days', 'weeks', 'months', 'years'],
  },
  sv: {
    verbs: ['infoga', 'ange', 'fyll i', 'lägg till', 'skriv', 'ersätt'],
    things: ['datum', 'dag', 'månad', 'år', 'namn', 'företag', 'företaget', 'företagsnamn', 'adress', 'e-post', 'e-postadress', 'telefon', 'telefonnummer', 'nummer', 'länk', 'webbplats', 'land', 'stad', 'ort', 'belopp'],
    small: ['för', 'på', 'och', 'eller', 'här', 'ert', 'ditt', 'företagets', 'bolagets', 'dagar', 'månader'],
  },
  nb: {
    verbs: ['sett inn', 'fyll inn', 'oppgi', 'legg til', 'skriv', 'erstatt'],
    things: ['dato', 'dag', 'måned', 'år', 'navn', 'selskap', 'selskapet', 'firma', 'firmanavn', 'adresse', 'e-post', 'e-postadresse', 'telefon', 'telefonnummer', 'nummer', 'lenke', 'nettsted', 'land', 'by', 'sted', 'beløp'],
    small: ['for', 'på', 'og', 'eller', 'her', 'selskapets', 'firmaets', 'virksomhetens', 'dager', 'måneder'],
  },
  da: {
    verbs: ['indsæt', 'angiv', 'udfyld', 'tilføj', 'skriv', 'erstat'],
    things: ['dato', 'dag', 'måned', 'år', 'navn', 'virksomhed', 'virksomheden', 'selskab', 'firma', 'firmanavn', 'adresse', 'e-mail', 'e-mailadresse', 'telefon', 'telefonnummer', 'nummer', 'link', 'hjemmeside', 'land', 'by', 'sted', 'beløb'],
    small: ['for', 'på', 'og', 'eller', 'her', 'virksomhedens', 'selskabets', 'firmaets', 'dage', 'måneder'],
  },
  nl: {
    verbs: ['invoegen', 'vul in', 'invullen', 'voeg toe', 'vermeld', 'vervang'],
    things: ['datum', 'dag', 'maand', 'jaar', 'naam', 'bedrijf', 'bedrijfsnaam', 'adres', 'e-mail', 'e-mailadres', 'telefoon', 'telefoonnummer', 'nummer', 'link', 'website', 'land', 'stad', 'plaats', 'bedrag'],
    small: ['van', 'het', 'de', 'uw', 'dagen', 'maanden', 'en', 'of', 'hier', 'invullen', 'invoegen'],
  },
  de: {
    verbs: ['einfügen', 'bitte', 'ergänzen', 'ausfüllen'],
    things: ['datum', 'tag', 'monat', 'jahr', 'name', 'firma', 'firmenname', 'unternehmen', 'adresse', 'anschrift', 'e-mail', 'telefon', 'telefonnummer', 'nummer', 'link', 'webseite', 'website', 'land', 'stadt', 'ort', 'betrag'],
    small: ['der', 'des', 'ihr', 'ihre', 'unternehmens', 'tage', 'monate', 'und', 'oder', 'hier', 'einfügen', 'ergänzen', 'einsetzen'],
  },
  fr: {
    verbs: ['insérer', 'ajouter', 'indiquer', 'compléter', 'préciser'],
    things: ['date', 'jour', 'mois', 'année', 'nom', 'société', 'entreprise', 'adresse', 'e-mail', 'courriel', 'téléphone', 'numéro', 'lien', 'site', 'pays', 'ville', 'montant'],
    small: ['de', 'du', 'la', 'le', 'votre', 'jours', 'l\'entreprise', 'et', 'ou', 'ici'],
  },
  es: {
    verbs: ['insertar', 'añadir', 'indicar', 'completar', 'introducir'],
    things: ['fecha', 'día', 'mes', 'año', 'nombre', 'empresa', 'sociedad', 'dirección', 'correo', 'teléfono', 'número', 'enlace', 'sitio', 'país', 'ciudad', 'importe'],
    small: ['de', 'del', 'la', 'el', 'su', 'días', 'meses', 'y', 'o', 'aquí', 'electrónico'],
  },
  zh: {
    verbs: ['請填入', '请填入', '插入', '填入', '填寫', '填写', '輸入', '输入', '請填', '请填', '請輸入', '请输入', '待翻譯', '待翻译', '待定', '待補', '待补'],
    things: ['日期', '年', '月', '日', '名稱', '名称', '姓名', '公司', '公司名稱', '公司名称', '地址', '電子郵件', '电子邮件', '電話', '电话', '號碼', '号码', '連結', '链接', '網站', '网站', '國家', '国家', '城市', '金額', '金额'],
    small: [],
  },
  ar: {
    verbs: ['أدخل', 'أدرج', 'إدراج', 'أضف', 'اكتب', 'يرجى', 'الرجاء'],
    things: ['تاريخ', 'التاريخ', 'اسم', 'الاسم', 'شركة', 'الشركة', 'عنوان', 'العنوان', 'البريد', 'هاتف', 'الهاتف', 'رقم', 'الرقم', 'رابط', 'الرابط', 'الموقع', 'البلد', 'الدولة', 'المدينة', 'المبلغ'],
    small: ['الإلكتروني', 'هنا', 'أو'],
  },
  pt: {
    verbs: ['inserir', 'insira', 'adicionar', 'indicar', 'preencher', 'completar'],
    things: ['data', 'dia', 'mês', 'ano', 'nome', 'empresa', 'sociedade', 'endereço', 'morada', 'e-mail', 'telefone', 'número', 'ligação', 'link', 'site', 'país', 'cidade', 'valor'],
    small: ['de', 'da', 'do', 'a', 'o', 'sua', 'seu', 'e', 'ou', 'aqui', 'dias', 'meses'],
  },
  it: {
    verbs: ['inserire', 'aggiungere', 'indicare', 'compilare', 'completare'],
    things: ['data', 'giorno', 'mese', 'anno', 'nome', 'azienda', 'società', 'indirizzo', 'e-mail', 'telefono', 'numero', 'link', 'sito', 'paese', 'città', 'importo'],
    small: ['di', 'del', 'della', 'dell\'azienda', 'la', 'il', 'e', 'o', 'qui', 'giorni', 'mesi'],
  },
  fi: {
    verbs: ['lisää', 'täydennä', 'kirjoita', 'korvaa'],
    things: ['päivämäärä', 'päivä', 'kuukausi', 'vuosi', 'nimi', 'yritys', 'osoite', 'sähköposti', 'sähköpostiosoite', 'puhelin', 'puhelinnumero', 'numero', 'linkki', 'maa', 'kaupunki', 'summa'],
    small: ['yrityksen', 'ja', 'tai', 'tähän'],
  },
  pl: {
    verbs: ['wstaw', 'wpisz', 'dodaj', 'uzupełnij', 'podaj'],
    things: ['data', 'datę', 'dzień', 'miesiąc', 'rok', 'nazwa', 'nazwę', 'imię', 'nazwisko', 'firma', 'spółka', 'adres', 'e-mail', 'telefon', 'numer', 'link', 'kraj', 'miasto', 'kwota'],
    small: ['firmy', 'spółki', 'i', 'lub', 'tutaj', 'dni'],
  },
  ja: {
    verbs: ['挿入', '入力', '記入', '追加', '要確認'],
    things: ['日付', '年', '月', '日', '名称', '氏名', '会社', '会社名', '社名', '住所', 'メールアドレス', '電話', '電話番号', '番号', 'リンク', '国', '都市', '金額'],
    small: [],
  },
  ru: {
    verbs: ['вставить', 'вставьте', 'указать', 'укажите', 'добавить', 'заполнить'],
    things: ['дата', 'дату', 'день', 'месяц', 'год', 'имя', 'название', 'компания', 'адрес', 'телефон', 'номер', 'ссылка', 'страна', 'город', 'сумма'],
    small: ['компании', 'организации', 'и', 'или', 'здесь'],
  },
};
