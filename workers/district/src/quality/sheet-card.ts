import type { sheetById, sheetPageOfExpert } from '@shixun/db/tenant/quality'
import type { AttachmentCard, FormValues } from '@shixun/domain/calls/form'
import { scopeOf } from '@shixun/domain/identity/permission'
import { blindForm } from '@shixun/domain/quality/blind'
import { blindFiles, type ShownFile } from '@shixun/domain/quality/blind-files'
import { SCORESHEET } from '@shixun/domain/quality/lifecycles'
import { actionsOf } from '@shixun/tenant/move'
import type { DistrictScene } from '../store.ts'
import { hiddenNames } from './hidden-names.ts'

type Card = Omit<ReturnType<ReturnType<typeof sheetPageOfExpert>['decode']>, never>
export type SheetRow = ReturnType<ReturnType<typeof sheetById>['decode']> & { files: readonly AttachmentCard[] }

/** A neutral name of the item. It is the sheet's own: an application's id stands in the public notice beside its unit. */
function neutralLabel(sheetId: string): string {
  return `材料 ${sheetId.slice(-6).toUpperCase()}`
}

export function sheetCard(scene: DistrictScene, row: Card, label: string | null) {
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

function namedFiles({ files }: SheetRow): ShownFile[] {
  return files.map(({ name, mediaType, size }) => ({ name, mediaType, size }))
}

/** What this visitor may read of the material: nothing before the declaration, no identity under double blindness. */
function contentOf(scene: DistrictScene, row: SheetRow, blind: boolean): Content {
  const expert = scopeOf(scene.visitor, 'scoresheet.read') === 'assigned'
  const open = !expert || row.state === 'declared' || row.state === 'submitted'
  if (!open) return { label: blind ? null : row.title, form: [], values: {}, attachments: [], rubric: null }
  if (!expert || !blind) {
    const { title, form, formValues, rubric } = row
    return { label: title, form, values: formValues, attachments: namedFiles(row), rubric }
  }
  const who = { unit: row.unitName, bureau: scene.store.tenant.district.name }
  const names = hiddenNames(who, row.form, row.formValues)
  const title = { key: 'title', identifying: false }
  const { fields, values } = blindForm([...row.form, title], { ...row.formValues, title: row.title }, names)
  const { title: label, ...shown } = values as FormValues
  return {
    label: typeof label === 'string' ? label : null,
    form: row.form.filter((field) => fields.some((one) => one.key === field.key)),
    values: shown,
    attachments: blindFiles(row.files, row.form, row.formValues),
    rubric: row.rubric,
  }
}

/** A scoresheet whole, as far as blindness and the declaration let this visitor see it. */
export function sheetView(scene: DistrictScene, row: SheetRow) {
  const blind = row.review.blindness === 'double'
  const { label, form, values, attachments, rubric } = contentOf(scene, row, blind)
  return {
    ...sheetCard(scene, row, label),
    blind,
    rubric,
    form,
    values,
    attachments,
    scores: row.scores,
    comment: row.comment,
  }
}
