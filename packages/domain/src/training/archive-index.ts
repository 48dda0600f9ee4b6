import { archiveLink, escapeHtml, pageOf } from './archive-page.ts'

/**
 * A file of the archive. `sha256` is that of the bytes in the archive; `recorded` the one that was kept when a file was
 * handed in, null for what the archive itself writes down.
 */
export type ArchiveItem = {
  path: string
  title: string
  size: number
  sha256: string
  recorded: string | null
}

/** What should be in the archive and is not: told, never passed over. */
export type ArchiveGap = { title: string; recorded: string }

export type ArchiveHead = {
  title: string
  number: string
  unitName: string
  bureau: string
  state: string
  /** In China time, `2026-11-21 09:30`. */
  takenAt: string
  takenBy: string
  /** What this visitor may not see and the archive therefore leaves out, in words. */
  leftOut: readonly string[]
}

const FORBIDDEN = /[\p{Cc}\p{Cf}<>:"|?*\\/]/gu
/** In characters: within 180 bytes even where each takes four. */
const LONGEST = 40

/** One step of a path, the same on every system: no sign that one of them forbids, no dot at either end, never empty. */
export function archiveStep(name: string): string {
  const clean = name.normalize('NFC').replace(FORBIDDEN, '_').trim()
  const dot = clean.lastIndexOf('.')
  const ending = dot > 0 && clean.length - dot <= 8 ? clean.slice(dot) : ''
  const stem = [...clean.slice(0, clean.length - ending.length)].slice(0, LONGEST).join('')
  return `${stem}${ending}`.replace(/^[\s.]+|[\s.]+$/g, '') || '_'
}

/** The list that `sha256sum -c SHA256SUMS` reads. */
export function checksumList(items: readonly Pick<ArchiveItem, 'path' | 'sha256'>[]): string {
  return items.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join('')
}

export function archiveIndexJson(
  head: ArchiveHead,
  items: readonly ArchiveItem[],
  gaps: readonly ArchiveGap[],
): string {
  return `${JSON.stringify({ format: 'shixun-project-archive/1', ...head, items, missing: gaps }, null, 2)}\n`
}

/** 1536 bytes as `1.5 KB`. */
function sizeText(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  return bytes < 1_048_576 ? `${(bytes / 1024).toFixed(1)} KB` : `${(bytes / 1_048_576).toFixed(1)} MB`
}

function stateOf({ sha256, recorded }: ArchiveItem): string {
  if (recorded === null) return ''
  return sha256 === recorded ? '与提交时一致' : '与提交时的校验值不符，请联系平台核查'
}

function factRow(label: string, value: string): string {
  return `<tr><th scope="row">${label}</th><td>${escapeHtml(value)}</td></tr>`
}

/** The page from which everything in the archive is found. */
export function archiveIndexPage(
  head: ArchiveHead,
  items: readonly ArchiveItem[],
  gaps: readonly ArchiveGap[],
): string {
  const facts = [
    factRow('项目名称', head.title),
    factRow('项目编号', head.number),
    factRow('承担单位', head.unitName),
    factRow('主管单位', head.bureau),
    factRow('导出时状态', head.state),
    factRow('导出时间', head.takenAt),
    factRow('导出人', head.takenBy),
  ]
  const rows = items.map(
    (item) =>
      `<tr><td>${escapeHtml(item.title)}</td><td>${archiveLink(item.path)}</td><td>${sizeText(item.size)}</td><td><code>${item.sha256}</code><br>${stateOf(item)}</td></tr>`,
  )
  const missing = gaps.map((gap) => `<li>${escapeHtml(gap.title)}（SHA-256 ${escapeHtml(gap.recorded)}）</li>`)
  const kept = head.leftOut.map((words) => `<li>${escapeHtml(words)}</li>`)
  return pageOf(
    `项目档案：${head.title}`,
    [
      `<table class="facts">${facts.join('')}</table>`,
      '<h2>档案目录</h2>',
      `<table><thead><tr><th scope="col">内容</th><th scope="col">文件</th><th scope="col">大小</th><th scope="col">SHA-256</th></tr></thead><tbody>${rows.join('')}</tbody></table>`,
      missing.length === 0 ? '' : `<h2>缺失的文件</h2><ul>${missing.join('')}</ul>`,
      kept.length === 0 ? '' : `<h2>按权限未收录的内容</h2><ul>${kept.join('')}</ul>`,
      '<h2>如何核对</h2><p>在解压后的文件夹中运行 <code>sha256sum -c SHA256SUMS</code>；Windows 可用 <code>certutil -hashfile 文件名 SHA256</code> 逐个比对。index.json 是同一份目录，供程序读取。</p>',
    ].join(''),
  )
}
