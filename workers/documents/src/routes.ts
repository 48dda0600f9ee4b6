import { IMPORT_TEMPLATES, type ImportTemplate, type TemplateKind } from '@shixun/contract/import-templates'
import { panelTrialRoutes } from '@shixun/contract/panel-trial'
import { rubricVersionRoutes } from '@shixun/contract/rubric-versions'
import { workbookRoutes as ROUTES } from '@shixun/contract/workbook'
import { trialPanel } from '@shixun/domain/quality/rankings/trial-panel'
import { ok, refuse } from '@shixun/domain/shared/result'
import { type Bound, bind } from '@shixun/http/bind'
import { readUpload } from './read-upload.ts'
import { FILE_LIMIT, readWorkbook } from './read-workbook.ts'
import { checkRubricFile, markRubricFile, rubricTemplate } from './rubric-files.ts'
import { writeRefused, writeTemplate } from './write-template.ts'

function templateOf(kind: string): ImportTemplate | null {
  return Object.hasOwn(IMPORT_TEMPLATES, kind) ? IMPORT_TEMPLATES[kind as TemplateKind] : null
}

/** What people ask of this worker; its store is nothing. */
export const documentRoutes: readonly Bound<null>[] = [
  bind(ROUTES.readWorkbook, async (_, { raw }) => {
    const file = await readUpload(raw, FILE_LIMIT)
    if (file === 'too-large') return refuse({ code: 'body-too-large', facts: { limit: '5 MB' } })
    if (file === null) return refuse({ code: 'invalid-input', fields: [{ pointer: '/file', problem: 'required' }] })
    const read = await readWorkbook(file)
    return read.ok ? ok({ body: read.value }) : read
  }),
  bind(ROUTES.readTemplate, async ({ now }, { params }) => {
    const template = templateOf(params.kind)
    return template ? ok(writeTemplate(template, now)) : refuse({ code: 'not-found' })
  }),
  bind(ROUTES.writeRefused, async ({ now }, { params, body }) => {
    const template = templateOf(params.kind)
    return template ? ok(writeRefused(template, body.rows, now)) : refuse({ code: 'not-found' })
  }),
  bind(rubricVersionRoutes.readRubricTemplate, async ({ now }) => ok(rubricTemplate(now))),
  bind(rubricVersionRoutes.checkRubricFile, async (_, { raw }) => checkRubricFile(raw)),
  bind(rubricVersionRoutes.markRubricFile, async ({ now }, { raw }) => markRubricFile(raw, now)),
  bind(panelTrialRoutes.tryPanel, async (_, { body }) => {
    const trial = trialPanel(body)
    return trial.ok ? ok({ body: { ...trial.value } }) : refuse({ code: 'invalid-input', fields: trial.refusal })
  }),
]
