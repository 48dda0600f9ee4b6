import { ok, type Result, refuse } from '../../shared/result.ts'
import { oleNames } from './ole-directory.ts'
import { zipMembers } from './zip-directory.ts'

/** A part of a file that its type is read from. */
export type ByteRange = { offset: number; length: number }

/** What a file is in fact; `type` is null when it may not be attached, `extensions` are the names it may go by. */
export type FileKind = { type: string | null; what: string; extensions: readonly string[] }

const OOXML = 'application/vnd.openxmlformats-officedocument'
const HEAD_BYTES = 512

const kind = (type: string | null, what: string, ...extensions: string[]): FileKind => ({ type, what, extensions })
const other = (what: string): FileKind => kind(null, what)

const WORD = kind(`${OOXML}.wordprocessingml.document`, 'Word 文档（.docx）', 'docx')
const EXCEL = kind(`${OOXML}.spreadsheetml.sheet`, 'Excel 表格（.xlsx）', 'xlsx')
const SLIDES = kind(`${OOXML}.presentationml.presentation`, 'PPT 演示文稿（.pptx）', 'pptx')

/** First bytes, as the formats' own specifications give them. `ZIP` and `OLE` are containers that are looked into. */
const SIGNATURES: readonly (readonly [starts: string, FileKind | 'ZIP' | 'OLE'])[] = [
  ['%PDF-', kind('application/pdf', 'PDF 文档', 'pdf')],
  ['\x89PNG\r\n\x1a\n', kind('image/png', 'PNG 图片', 'png')],
  ['\xff\xd8\xff', kind('image/jpeg', 'JPG 图片', 'jpg', 'jpeg')],
  ['PK\x03\x04', 'ZIP'],
  ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'OLE'],
  ['GIF8', other('GIF 图片')],
  ['BM', other('BMP 图片')],
  ['II*\0', other('TIFF 图片')],
  ['MM\0*', other('TIFF 图片')],
  ['Rar!', other('RAR 压缩包')],
  ['7z\xbc\xaf', other('7z 压缩包')],
  ['PK\x05\x06', other('空的压缩包')],
  ['{\\rtf', other('RTF 文档')],
  ['MZ', other('可执行程序')],
  ['ID3', other('音频')],
]

/** Members and streams that only one kind of document has, the most telling first. */
const IN_ZIP: readonly (readonly [member: RegExp, FileKind])[] = [
  [/\/vbaProject\.bin$/i, other('含宏的 Office 文档')],
  [/^word\/document\d*\.xml$/i, WORD],
  [/^xl\/workbook\d*\.xml$/i, EXCEL],
  [/^ppt\/presentation\d*\.xml$/i, SLIDES],
  [/^OFD\.xml$/, other('OFD 版式文件')],
  [/^mimetype$/, other('OpenDocument 文档')],
]
const IN_OLE: readonly (readonly [stream: RegExp, FileKind])[] = [
  [/^EncryptedPackage$/, other('加了密码的 Office 文档')],
  [/^WordDocument$/, kind('application/msword', 'Word 97—2003 或 WPS 文字文档', 'doc', 'wps')],
  [/^(?:Workbook|Book)$/i, kind('application/vnd.ms-excel', 'Excel 97—2003 或 WPS 表格', 'xls', 'et')],
  [/^PowerPoint Document$/, kind('application/vnd.ms-powerpoint', 'PPT 97—2003 或 WPS 演示', 'ppt', 'dps')],
  [/^__properties_version/, other('Outlook 邮件')],
]

function told(names: readonly string[], by: readonly (readonly [RegExp, FileKind])[]): FileKind | undefined {
  return by.find(([pattern]) => names.some((name) => pattern.test(name)))?.[1]
}

/** A guess for people, where no signature tells: photos of telephones, web pages under the name of a document, plain text. */
function guessed(text: string): FileKind {
  if (/^....ftyp(?:hei|hev|mif|msf)/s.test(text)) return other('HEIC 图片（苹果手机照片）')
  if (/^....ftyp/s.test(text)) return other('视频')
  if (/^RIFF....WEBP/s.test(text)) return other('WebP 图片')
  if (/^(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html|head|body|meta|table|script)/i.test(text)) return other('网页')
  if (/^(?:\xef\xbb\xbf)?\s*<(?:\?xml|svg)/i.test(text)) return other('XML 或 SVG 文件')
  return text.includes('\0') ? other('无法识别的内容') : other('纯文本')
}

/** Reads what a file is: asks for one range of its bytes after the other and is given each in return. */
export function* readKind(size: number): Generator<ByteRange, FileKind, Uint8Array> {
  if (size === 0) return other('空文件')
  const head = yield { offset: 0, length: Math.min(HEAD_BYTES, size) }
  const text = String.fromCharCode(...head)
  const found = SIGNATURES.find(([starts]) => text.startsWith(starts))?.[1]
  if (found === undefined) return guessed(text)
  if (found === 'OLE') return told(yield* oleNames(head, size), IN_OLE) ?? other('不完整的文档，或不认识的旧式文档')
  if (found !== 'ZIP') return found
  const members = yield* zipMembers(size)
  if (members === null) return other('不完整或已损坏的文件')
  const document = told(members, IN_ZIP)
  const whole = document?.type === null || members.includes('[Content_Types].xml')
  return document && whole ? document : other('ZIP 压缩包')
}

/** The same of bytes that are at hand. */
export function kindOfBytes(bytes: Uint8Array): FileKind {
  const asking = readKind(bytes.length)
  let step = asking.next()
  while (!step.done) {
    const { offset, length } = step.value
    step = asking.next(bytes.subarray(offset, offset + length))
  }
  return step.value
}

/** A space between Chinese and Latin, as it is written in print. */
function after(text: string, what: string): string {
  return /^[A-Za-z0-9]/.test(what) ? `${text} ${what}` : text + what
}

/** Whether a file may be attached under its name: its media type, or a sentence for people why not. */
export function judgeFile(name: string, { type, what, extensions }: FileKind): Result<string, string> {
  const extension = /\.([a-z0-9]+)$/.exec(name.toLowerCase())?.[1] ?? ''
  if (type !== null && extensions.includes(extension)) return ok(type)
  if (type === null && !ALLOWED_EXTENSIONS.includes(extension))
    return refuse(`${after(`“${name}”是`, what)}，不能作为附件。`)
  if (extension === '') return refuse(`${after(`“${name}”没有扩展名，内容是`, what)}。`)
  return refuse(`${after(`“${name}”的扩展名是 .${extension}，内容却是`, what)}。`)
}

/** Extensions that an attachment may have. */
const ALLOWED_EXTENSIONS: readonly string[] = [
  ...SIGNATURES.map(([, one]) => one),
  ...IN_ZIP.map(([, one]) => one),
  ...IN_OLE.map(([, one]) => one),
].flatMap((one) => (typeof one === 'string' ? [] : one.extensions))

/** Why a file of this name can be no attachment, before a byte of it is sent; null when its bytes have to tell. */
export function extensionRefusal(name: string): string | null {
  const extension = /\.([a-z0-9]+)$/.exec(name.toLowerCase())?.[1]
  if (extension === undefined) return `“${name}”没有扩展名，无法判断文件类型。`
  return ALLOWED_EXTENSIONS.includes(extension) ? null : `“${name}”的扩展名是 .${extension}，不能作为附件。`
}
