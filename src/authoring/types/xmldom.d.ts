/** Nothing of @xmldom/xmldom: its own types bring the whole DOM with them. read/docx/xml.ts says what it uses. */
export {};
