import { strToU8, type Zippable, zipSync } from 'fflate'
import { tellingJpeg, tellingPng } from './telling-files.ts'

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006'
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const R = `xmlns:r="${OFFICE}/relationships"`
const X = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
const P = 'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
const WHEN = '2026-01-02T03:04:05Z'

/** A relation: its type's last words, where it leads, and whether that is outside. */
type Relation = readonly [type: string, target: string, outside?: 'outside']

function relations(...all: Relation[]): string {
  const lines = all.map(
    ([type, target, outside], n) =>
      `<Relationship Id="rId${n + 1}" Type="${type.startsWith('metadata') ? PACKAGE : OFFICE}/relationships/${type}" Target="${target}"${outside ? ' TargetMode="External"' : ''}/>`,
  )
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${lines.join('')}</Relationships>`
}

function types(main: string, kind: string): string {
  return `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Default Extension="jpeg" ContentType="image/jpeg"/><Default Extension="bin" ContentType="application/vnd.openxmlformats-officedocument.oleObject"/><Override PartName="/${main}" ContentType="application/vnd.openxmlformats-officedocument.${kind}.main+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/><Override PartName="/docProps/custom.xml" ContentType="application/vnd.openxmlformats-officedocument.custom-properties+xml"/></Types>`
}

/** What every kind has: properties, a thumbnail, XML of other programs, and a place on somebody's disk. */
function shared(who: string, main: string, kind: string): Record<string, string | Uint8Array> {
  return {
    '[Content_Types].xml': types(main, kind),
    '_rels/.rels': relations(
      ['officeDocument', main],
      ['metadata/core-properties', 'docProps/core.xml'],
      ['extended-properties', 'docProps/app.xml'],
      ['custom-properties', 'docProps/custom.xml'],
      ['metadata/thumbnail', 'docProps/thumbnail.jpeg'],
    ),
    'docProps/core.xml': `${HEAD}<cp:coreProperties xmlns:cp="x" xmlns:dc="y"><dc:creator>${who}</dc:creator><cp:lastModifiedBy>${who}</cp:lastModifiedBy></cp:coreProperties>`,
    'docProps/app.xml': `${HEAD}<Properties><Company>${who}</Company><Manager>${who}</Manager><Template>C:\\${who}.dotm</Template></Properties>`,
    'docProps/custom.xml': `${HEAD}<Properties><property name="owner">${who}</property></Properties>`,
    'docProps/thumbnail.jpeg': tellingJpeg(who),
    'customXml/item1.xml': `<x>${who}</x>`,
    'docMetadata/LabelInfo.xml': `<x id="${who}"/>`,
  }
}

function packed(parts: Record<string, string | Uint8Array>): Uint8Array {
  const files: Zippable = {}
  for (const [name, part] of Object.entries(parts))
    files[name] = [typeof part === 'string' ? strToU8(part) : part, { mtime: WHEN, comment: name }]
  return zipSync(files)
}

/** A Word document that says `text`, in three runs; `who` made it, changed it, noted in it and lent it pictures. */
export function tellingDocx({ who, text }: { who: string; text: string }): Uint8Array {
  const runs = [text.slice(0, 2), text.slice(2, 4), text.slice(4)].map((part) => `<w:r><w:t>${part}</w:t></w:r>`)
  return packed({
    ...shared(who, 'word/document.xml', 'wordprocessingml.document'),
    'word/_rels/document.xml.rels': relations(
      ['image', 'media/image1.jpeg'],
      ['image', 'media/image2.png'],
      ['hyperlink', `file:///C:/${encodeURIComponent(who)}/a.docx`, 'outside'],
      ['printerSettings', 'printerSettings/printerSettings1.bin'],
      ['oleObject', 'embeddings/oleObject1.bin'],
      ['comments', 'comments.xml'],
      ['settings', 'settings.xml'],
      ['people', 'people.xml'],
      ['package', 'embeddings/sheet.xlsx'],
    ),
    'word/document.xml': `${HEAD}<w:document ${W} ${R} ${A}><!-- ${who} --><w:body><w:p>${runs.join('')}</w:p><w:p><w:ins w:id="1" w:author="${who}" w:date="${WHEN}"><w:r><w:t>补充</w:t></w:r></w:ins><w:r><w:drawing><docPr id="1" name="${who}.jpg" descr="C:\\${who}\\a.jpg" title="${who}"/></w:drawing></w:r></w:p><w:sectPr><w:printerSettings r:id="rId4"/></w:sectPr></w:body></w:document>`,
    'word/comments.xml': `${HEAD}<w:comments ${W}><w:comment w:id="0" w:author="${who}" w:initials="${who}" w:date="${WHEN}"><w:p><w:r><w:t>好</w:t></w:r></w:p></w:comment></w:comments>`,
    'word/people.xml': `${HEAD}<w15:people xmlns:w15="z"><w15:person w15:author="${who}"><w15:presenceInfo w15:userId="${who}"/></w15:person></w15:people>`,
    'word/settings.xml': `${HEAD}<w:settings ${W} ${R}><w:attachedTemplate r:id="rId1"/><w:docVars><w:docVar w:name="a" w:val="${who}"/></w:docVars><w:mailMerge><w:connectString w:val="${who}"/></w:mailMerge></w:settings>`,
    'word/_rels/settings.xml.rels': relations(['attachedTemplate', `file:///C:/${who}.dotm`, 'outside']),
    'word/printerSettings/printerSettings1.bin': strToU8(`\\\\${who}`),
    'word/embeddings/oleObject1.bin': strToU8(`C:\\${who}\\b.txt`),
    'word/embeddings/sheet.xlsx': tellingXlsx({ who, text: '内嵌' }),
    'word/media/image1.jpeg': tellingJpeg(who),
    'word/media/image2.png': tellingPng(who),
  })
}

/** An Excel workbook that says `text` in a shared string; `who` saved it, noted in it and last printed it. */
export function tellingXlsx({ who, text }: { who: string; text: string }): Uint8Array {
  return packed({
    ...shared(who, 'xl/workbook.xml', 'spreadsheetml.sheet'),
    'xl/workbook.xml': `${HEAD}<workbook ${X} ${R}><fileSharing userName="${who}"/><x15ac:absPath xmlns:x15ac="q" url="C:\\${who}\\"/><sheets><sheet name="表" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(
      ['worksheet', 'worksheets/sheet1.xml'],
      ['sharedStrings', 'sharedStrings.xml'],
      ['usernames', 'userNames.xml'],
    ),
    'xl/worksheets/sheet1.xml': `${HEAD}<worksheet ${X} ${R}><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData><pageSetup orientation="portrait" r:id="rId1"/></worksheet>`,
    'xl/worksheets/_rels/sheet1.xml.rels': relations(
      ['printerSettings', '../printerSettings/printerSettings1.bin'],
      ['comments', '../comments1.xml'],
    ),
    'xl/sharedStrings.xml': `${HEAD}<sst ${X}><si><r><t>${text.slice(0, 3)}</t></r><r><t>${text.slice(3)}</t></r></si></sst>`,
    'xl/comments1.xml': `${HEAD}<comments ${X}><authors><author>${who}</author></authors><commentList><comment ref="A1" authorId="0"><text><t>好</t></text></comment></commentList></comments>`,
    'xl/persons/person.xml': `${HEAD}<personList xmlns="t"><person displayName="${who}" id="{1}" userId="${who}" providerId="${who}"/></personList>`,
    'xl/userNames.xml': `${HEAD}<users><userInfo name="${who}"/></users>`,
    'xl/printerSettings/printerSettings1.bin': strToU8(`\\\\${who}`),
    'xl/externalLinks/externalLink1.xml': `${HEAD}<externalLink ${X}/>`,
    'xl/externalLinks/_rels/externalLink1.xml.rels': relations([
      'externalLinkPath',
      `file:///D:/${who}.xlsx`,
      'outside',
    ]),
  })
}

/** A PowerPoint presentation of one slide that says `text`; `who` made it, noted on it and put a picture in. */
export function tellingPptx({ who, text }: { who: string; text: string }): Uint8Array {
  return packed({
    ...shared(who, 'ppt/presentation.xml', 'presentationml.presentation'),
    'ppt/presentation.xml': `${HEAD}<p:presentation ${P} ${R}><p:sldIdLst><p:sldId id="256" r:id="rId1"/></p:sldIdLst></p:presentation>`,
    'ppt/_rels/presentation.xml.rels': relations(
      ['slide', 'slides/slide1.xml'],
      ['commentAuthors', 'commentAuthors.xml'],
    ),
    'ppt/slides/slide1.xml': `${HEAD}<p:sld ${P} ${A}><p:cSld><p:spTree><p:pic><p:nvPicPr><p:cNvPr id="2" name="${who}" descr="${who}.png"/></p:nvPicPr></p:pic><p:sp><p:txBody><a:p><a:r><a:t>${text.slice(0, 2)}</a:t></a:r><a:r><a:t>${text.slice(2)}</a:t></a:r></a:p></p:txBody></p:sp></p:spTree></p:cSld></p:sld>`,
    'ppt/commentAuthors.xml': `${HEAD}<p:cmAuthorLst ${P}><p:cmAuthor id="0" name="${who}" initials="${who}" lastIdx="1"/></p:cmAuthorLst>`,
    'ppt/authors.xml': `${HEAD}<p188:authorLst xmlns:p188="u"><p188:author id="{1}" name="${who}" initials="${who}" userId="${who}" providerId="${who}"/></p188:authorLst>`,
    'ppt/comments/comment1.xml': `${HEAD}<p:cmLst ${P}><p:cm authorId="0" dt="2026-01-02T03:04:05.678" idx="1"><p:text>好</p:text></p:cm></p:cmLst>`,
    'ppt/media/image1.png': tellingPng(who),
  })
}
