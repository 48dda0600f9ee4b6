/** The rules by which a copy is cleaned; a copy that was made by others is made anew. */
export const CLEANER = 'clean/1'

/** Why there is no copy of a file that could be shown. */
export const UNCLEAN = ['encrypted', 'unknown', 'old-format', 'embedded', 'broken', 'too-large'] as const
export type Unclean = (typeof UNCLEAN)[number]

/** What became of a file when it was cleaned, and what the office says to it. */
export type DocumentCheck = {
  cleaner: string
  outcome: 'clean' | 'unclean'
  reason: Unclean | null
  names: readonly string[]
  whole: boolean
  ruling: 'show' | 'hide' | null
}

/**
 * How a file stands before experts who must not know who applied. `unchecked`: nobody looked yet, it is cleaned when it
 * is first opened. `held`: its text names the applicant, and the office has not said that it may be shown. `unclean`: there
 * is no copy without what tells who made it. `hidden`: the office keeps it back, or its field is identifying.
 */
export const DOCUMENT_STATES = ['unchecked', 'ready', 'held', 'unclean', 'hidden'] as const
export type DocumentState = (typeof DOCUMENT_STATES)[number]

export function documentState(check: DocumentCheck | null, identifying: boolean): DocumentState {
  if (identifying || check?.ruling === 'hide') return 'hidden'
  if (check === null || check.cleaner !== CLEANER) return 'unchecked'
  if (check.outcome === 'unclean') return 'unclean'
  return check.names.length > 0 && check.ruling !== 'show' ? 'held' : 'ready'
}

const WHY: Record<Unclean, string> = {
  encrypted: '文件加了密码',
  unknown: '不认识的文件格式',
  'old-format': '旧版 Office 文件（doc、xls、ppt）里的作者信息无法可靠清除',
  embedded: '文件里嵌有无法清理的内容（音视频或其他程序的文件）',
  broken: '文件已损坏，或写法不合规范',
  'too-large': '文件太大，无法清理',
}

/** Why a file is not shown, for the office: what was found and what to do. */
export function documentReason(
  state: DocumentState,
  check: Pick<DocumentCheck, 'reason' | 'names'> | null,
): string | null {
  if (state === 'held')
    return `正文里有“${(check?.names ?? []).slice(0, 3).join('”“')}”，可能暴露申报单位或人员。请看过后选择“给专家看”“不给专家看”，或换上隐去名称的副本。`
  if (state === 'unclean')
    return `${WHY[check?.reason ?? 'unknown']}，专家看不到。可以换上一份 PDF 或新版 Office 格式的副本。`
  return null
}

/** The same for experts, who must not learn what was found. */
export function withheldReason(state: DocumentState): string | null {
  if (state === 'held') return '这份材料可能暴露申报人，评审组织方尚未放行。'
  return state === 'unclean' ? '这份材料无法去除身份信息，不能显示。请按其余材料评审，或向评审组织方索取。' : null
}
