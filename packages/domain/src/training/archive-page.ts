/** A part of a page of the archive: facts, a table, paragraphs of text; what is empty is not shown. */
export type PageSection = {
  heading: string
  facts?: readonly (readonly [label: string, value: string])[]
  head?: readonly string[]
  rows?: readonly (readonly string[])[]
  text?: string
}

export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}

/** A link inside the archive: a path whose every step is encoded, so that `#`, `%` and spaces lead where they should. */
export function archiveLink(path: string): string {
  return `<a href="${path.split('/').map(encodeURIComponent).join('/')}">${escapeHtml(path)}</a>`
}

/** Text with its line breaks. */
function lines(text: string): string {
  return escapeHtml(text).replaceAll('\n', '<br>')
}

function factRows(facts: NonNullable<PageSection['facts']>): string {
  const rows = facts.map(
    ([label, value]) => `<tr><th scope="row">${escapeHtml(label)}</th><td>${lines(value)}</td></tr>`,
  )
  return `<table class="facts">${rows.join('')}</table>`
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const title = `<tr>${head.map((cell) => `<th scope="col">${escapeHtml(cell)}</th>`).join('')}</tr>`
  const body = rows.map((row) => `<tr>${row.map((cell) => `<td>${lines(cell)}</td>`).join('')}</tr>`)
  return `<table><thead>${title}</thead><tbody>${body.join('')}</tbody></table>`
}

function sectionHtml({ heading, facts = [], head = [], rows = [], text }: PageSection): string {
  const parts = [
    facts.length > 0 ? factRows(facts) : '',
    rows.length > 0 ? table(head, rows) : '',
    text === undefined || text === '' ? '' : `<p>${lines(text)}</p>`,
  ].join('')
  return `<h2>${escapeHtml(heading)}</h2>${parts === '' ? '<p class="none">无</p>' : parts}`
}

const STYLE =
  'body{max-width:60rem;margin:2rem auto;padding:0 1rem;font-family:"Microsoft YaHei","PingFang SC","Noto Sans CJK SC",sans-serif;line-height:1.6;color:#1d2733}' +
  'h1{font-size:1.5rem}h2{margin-top:2rem;font-size:1.125rem}table{width:100%;border-collapse:collapse;margin:.5rem 0}' +
  'th,td{border:1px solid #b9c4d0;padding:.375rem .625rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}' +
  'th{background:#eef2f6;font-weight:600}.facts th{width:11rem}.none{color:#5c6875}@page{size:A4;margin:20mm 18mm}'

/** A page that opens in any browser without a network: its own style, no script. `body` is HTML that is already safe. */
export function pageOf(title: string, body: string): string {
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(title)}</title><style>${STYLE}</style></head>
<body><h1>${escapeHtml(title)}</h1>${body}</body></html>
`
}

export function archivePage(title: string, sections: readonly PageSection[]): string {
  return pageOf(title, sections.map(sectionHtml).join(''))
}
