import type { sheetById, sheetPageOfExpert } from '@shixun/db/tenant/quality'
import type { AttachmentCard, FormValues } from '@shixun/domain/calls/design/form'
import { scopeOf } from '@shixun/domain/identity/permission'
import { blindForm } from '@shixun/domain/quality/blindness/blind'
import { blindFiles, namedFiles, type ShownFile } from '@shixun/domain/quality/blindness/blind-files'
import type { DocumentCheck } from '@shixun/domain/quality/blindness/expert-document'
import { maskTrainers } from '@shixun/domain/quality/blindness/trainers'
import { SCORESHEET } from '@shixun/domain/quality/lifecycles'
import { sheetCode } from '@shixun/domain/quality/scoring/score-table'
import { isLate } from '@shixun/domain/quality/scoring/sealed-sheet'
import { chinaDate } from '@shixun/domain/shared/china-time'
import { hiddenNames } from '@shixun/tenant/hidden-names'
import { actionsOf } from '@shixun/tenant/move'
import type { ReviewScene } from '../../store.ts'
import { sealOf } from './seal-sheet.ts'

type Card = Omit<ReturnType<ReturnType<typeof sheetPageOfExpert>['decode']>, never>
export type SheetRow = ReturnType<ReturnType<typeof sheetById>['decode']> & {
  files: readonly (AttachmentCard & { check: DocumentCheck | null; shownType: string | null })[]
}

/** A neutral name of the item. It is the sheet's own: an application's id stands in the public notice beside its unit. */
export function neutralLabel(sheetId: string): string {
  return `材料 ${sheetCode(sheetId)}`
}

export function sheetCard(scene: ReviewScene, row: Card, label: string | null) {
  const { id, version, panelId, state, total, createdAt } = row
  const editable = state === 'declared' && scopeOf(scene.visitor, 'scoresheet.write') !== null
  return {
    id,
    version,
    actions: [...(editable ? ['score'] : []), ...actionsOf(scene, SCORESHEET, state, {})],
    panelId,
    label: label ?? neutralLabel(row.id),
    state,
    total: total === null ? null : total / 100,
    createdAt,
  }
}

type Content = {
  label: string | null
  form: SheetRow['form']
  values: FormValues
  attachments: ShownFile[]
  rubric: SheetRow['rubric'] | null
}

/** Whether its expert reads the item: after the declaration, and only as long as nothing took the sheet away. */
export function sheetOpen(state: SheetRow['state']): boolean {
  return state === 'declared' || state === 'submitted'
}

/** What this visitor may read of the material: nothing before the declaration, no identity under double blindness. */
function contentOf(scene: ReviewScene, row: SheetRow, blind: boolean): Content {
  const expert = scopeOf(scene.visitor, 'scoresheet.read') === 'assigned'
  const open = !expert || sheetOpen(row.state)
  if (!open) return { label: blind ? null : row.title, form: [], values: {}, attachments: [], rubric: null }
  if (!expert || !blind) {
    const { title, form, formValues, rubric } = row
    return { label: title, form, values: formValues, attachments: namedFiles(row.files), rubric }
  }
  const who = { unit: row.unitName, bureau: scene.store.tenant.district.name }
  const names = hiddenNames(who, row.form, row.formValues)
  const title = { key: 'title', identifying: false }
  const answers = maskTrainers(row.form, row.formValues, row.unitName)
  const { fields, values } = blindForm([...row.form, title], { ...answers, title: row.title }, names)
  const { title: label, ...said } = values as FormValues
  // files stand among the attachments: their ids tell the hour of their upload
  const files = row.form.filter(({ type }) => type === 'file').map(({ key }) => key)
  const shown = Object.fromEntries(Object.entries(said).filter(([key]) => !files.includes(key)))
  return {
    label: typeof label === 'string' ? label : null,
    form: row.form.filter((field) => fields.some((one) => one.key === field.key)),
    values: shown,
    attachments: blindFiles(row.files, row.form, row.formValues),
    rubric: row.rubric,
  }
}

/** Experts who were recused, replaced or voided keep no view of what they wrote about the item either. */
function shownScores(row: SheetRow, open: boolean) {
  const { scores, comments, comment } = row
  return open ? { scores, comments, comment } : { scores: {}, comments: {}, comment: '' }
}

/** A scoresheet whole, as far as blindness and the declaration let this visitor see it. */
export async function sheetView(scene: ReviewScene, row: SheetRow) {
  const blind = row.blindness === 'double'
  const { label, form, values, attachments, rubric } = contentOf(scene, row, blind)
  const { panelState, dueOn, reopenNote, seat, declaredAt } = row
  return {
    ...sheetCard(scene, row, label),
    blind,
    rubric,
    rubricRetired: row.rubricState === 'retired',
    panelState,
    dueOn,
    late: isLate(dueOn, chinaDate(row.sealedAt ?? scene.now)),
    form,
    values,
    attachments,
    ...shownScores(row, rubric !== null),
    reopenNote,
    seat,
    declaredAt,
    seal: row.state === 'submitted' ? await sealOf(row) : null,
  }
}
