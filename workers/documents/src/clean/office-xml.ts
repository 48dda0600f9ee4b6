/** What stands for a person in a change or a comment: readers want somebody there. */
const NOBODY = '匿名'
/** An instant that says nothing. */
const NO_TIME = '2000-01-01T00:00:00Z'

/** Attributes that name people, files and machines, by their name without prefix, and what they become. */
const SAID: Readonly<Record<string, string>> = {
  author: NOBODY,
  initials: '',
  userId: '',
  userName: NOBODY,
  displayName: NOBODY,
  providerId: 'None',
  lastEditedBy: NOBODY,
  descr: '',
  alt: '',
  absoluteUrl: '',
  sourceFile: '',
  odcFile: '',
  connection: '',
  dataSourceName: '',
}
/** Attributes that do so on some elements alone. */
const SAID_ON: readonly (readonly [element: RegExp, attributes: Readonly<Record<string, string>>])[] = [
  [/^(?:cNvPr|docPr)$/, { name: '', title: '' }],
  [/^(?:cmAuthor|author)$/, { name: NOBODY }],
  [/^absPath$/, { url: '' }],
  [/^(?:imagedata|OLEObject|shape|fill)$/, { title: '' }],
  [/^hyperlink$/i, { tooltip: '' }],
  [/^hlink(?:Click|Hover)$/, { tooltip: '' }],
]
/** Elements that go whole: sources of form letters, variables of programs, references to dropped parts. */
const GONE =
  /<((?:\w+:)?(?:docVars|mailMerge|printerSettings|dataBinding|attachedSchema))(?:\s[^>]*)?(?:\/>|>[\s\S]*?<\/\1>)/g
const COMMENT = /<!--[\s\S]*?-->/g
const TAG = /<([\w.]+:)?([\w.]+)((?:\s+[\w.:-]+\s*=\s*(?:"[^"]*"|'[^']*'))+)(\s*\/?>)/g
const ATTRIBUTE = /(\s+)((?:[\w.-]+:)?)([\w.-]+)(\s*=\s*)("[^"]*"|'[^']*')/g
const DATED = /^["']\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d)?["']$/
const AUTHORS = /(<(?:\w+:)?author>)[^<]*(<\/(?:\w+:)?author>)/g

function cleanAttributes(element: string, attributes: string): string {
  const more = SAID_ON.find(([pattern]) => pattern.test(element))?.[1]
  return attributes.replace(ATTRIBUTE, (whole, space, prefix, name, equals, value) => {
    // a page set-up that names the settings of a printer, which are gone
    if (element === 'pageSetup' && prefix !== '' && name === 'id') return ''
    const said = Object.hasOwn(SAID, name) ? SAID[name] : more && Object.hasOwn(more, name) ? more[name] : undefined
    if (said !== undefined) return `${space}${prefix}${name}${equals}"${said}"`
    // times of changes and comments, never a cell's value, which is an element
    return /^(?:date|dT|dt|dateUtc|created|modified)$/.test(name) && DATED.test(value)
      ? `${space}${prefix}${name}${equals}"${NO_TIME}"`
      : whole
  })
}

/** The markup of one part without people, times of their changes, paths and notes of programs. */
export function cleanOfficeXml(xml: string): string {
  return xml
    .replace(COMMENT, '')
    .replace(GONE, '')
    .replace(AUTHORS, `$1${NOBODY}$2`)
    .replace(
      TAG,
      (_, prefix = '', element, attributes, end) => `<${prefix}${element}${cleanAttributes(element, attributes)}${end}`,
    )
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function character(code: number): string {
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
}

/** What a part says to its readers, line by line; runs of one line are joined, however they are formatted. */
export function officeText(xml: string): string {
  return xml
    .replace(/<\/(?:\w+:)?(?:p|si|is|c|row|comment|text|author)>|<(?:\w+:)?(?:br|tab)\s*\/>/g, '\n')
    .replace(/<(?:\w+:)?sheet\s[^>]*?\sname\s*=\s*"([^"]*)"[^>]*>/g, '$1\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(\w+));/g, (whole, hex, decimal, name) =>
      hex ? character(Number.parseInt(hex, 16)) : decimal ? character(Number(decimal)) : (ENTITIES[name] ?? whole),
    )
}
