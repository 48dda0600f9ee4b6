import { commit, type JournalEvent } from '@shixun/db/commit'
import { insert, type Statement, statement, updateSeen } from '@shixun/db/statement'
import { countingEvaluation, itemOfAppeal, panelOfAppeal } from '@shixun/db/tenant/appeal-weighing'
import { appealById } from '@shixun/db/tenant/appeals'
import { engagementsOfExperts } from '@shixun/db/tenant/engagements'
import { expertById } from '@shixun/db/tenant/experts'
import { filesOf } from '@shixun/db/tenant/files'
import { settingByKey } from '@shixun/db/tenant/house'
import { arrivalStatements } from '@shixun/db/tenant/moves'
import { appeals } from '@shixun/db/tenant/schema/appeals'
import { scoresheets } from '@shixun/db/tenant/schema/quality'
import { APPEAL, type AppealWay } from '@shixun/domain/quality/appeals/appeal'
import type { ConflictRules } from '@shixun/domain/quality/conflicts/conflict-rules'
import { hasFiguresToCorrect } from '@shixun/domain/quality/evaluations/correct-inputs'
import { SCORESHEET } from '@shixun/domain/quality/lifecycles'
import { chinaDate } from '@shixun/domain/shared/china-time'
import type { Refusal } from '@shixun/domain/shared/refusal'
import { ok, type Result, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { applicationConflicts } from '@shixun/tenant/application-conflicts'
import { conflictRulesOf } from '@shixun/tenant/barred-items'
import { arrive, decide, refusedWrite } from '@shixun/tenant/move'
import type { ReviewScene } from '../../store.ts'
import { type Engaged, engagementsByExpert } from '../conflicts/engagements-by-expert.ts'
import { sheetTask } from '../scoring/sheet-task.ts'
import { appealView } from './appeal-card.ts'

type Body = { note: string; way: AppealWay; expertId?: string | undefined }
type Seat = { sheetId: string | null; events: JournalEvent[]; statements: Statement[] }

const NO_SEAT: Seat = { sheetId: null, events: [], statements: [] }
const field = (pointer: string, problem: string): Refusal => ({ code: 'invalid-input', fields: [{ pointer, problem }] })

type Panel = ReturnType<ReturnType<typeof panelOfAppeal>['decode']>
type Item = ReturnType<ReturnType<typeof itemOfAppeal>['decode']>
type Expert = ReturnType<ReturnType<typeof expertById>['decode']>

/** One more seat on the item, for an expert whom nothing keeps from it. The panel stays as it was concluded. */
function furtherSeat(
  scene: ReviewScene,
  given: {
    panel: Panel | undefined
    item: Item | undefined
    expert: Expert | undefined
    expertId: string | undefined
    rules: ConflictRules
    engaged: Engaged
  },
): Result<Seat, Refusal> {
  const { panel, item, expert } = given
  if (!panel || !item) return refuse(field('/way', 'no_panel_to_add_to'))
  if (given.expertId === undefined) return refuse(field('/expertId', 'required'))
  if (!expert) return refuse(field('/expertId', 'not_in_district'))
  const engaged = given.engaged.get(expert.id) ?? []
  const conflicts = applicationConflicts(expert, item, item.form, chinaDate(scene.now), given.rules, engaged)
  if (conflicts.length > 0)
    return refuse({
      code: 'conflict-of-interest',
      facts: { detail: conflicts.map(({ detail }) => detail).join('；'), next: '请另选一位专家。' },
      fields: [{ pointer: '/expertId', problem: 'conflict_of_interest' }],
    })
  const sheetId = scene.newId('she')
  const sheet: typeof scoresheets.$inferInsert = {
    id: sheetId,
    panelId: panel.id,
    applicationId: item.id,
    expertId: expert.id,
    state: SCORESHEET.initial,
    seat: 'extra',
    replaces: null,
    scores: {},
    comments: {},
    comment: '',
    total: null,
    conflicts: [],
    reopenNote: null,
    declaredAt: null,
    sealedAt: null,
    version: 1,
    createdAt: scene.now,
  }
  return ok({
    sheetId,
    events: [
      { entity: sheetId, version: 1, verb: 'assign', after: { state: sheet.state, seat: 'extra', by: 'appeal' } },
    ],
    statements: [
      insert(scoresheets, sheet),
      statement('UPDATE panels SET sheets_total = sheets_total + 1 WHERE id = ?', panel.id),
      ...arrive(
        scene,
        SCORESHEET,
        { id: sheetId, title: sheetTask(panel.callTitle, sheetId) },
        null,
        SCORESHEET.initial,
        {
          expert: expert.id,
        },
      ),
    ],
  })
}

/** 受理申诉：with the way in which it is looked into again; a further opinion gives one expert a seat on that item alone. */
export async function acceptAppeal(
  scene: ReviewScene,
  { params, body }: { params: { id: string }; body: Body },
): Promise<Verdict> {
  const { note, way, expertId } = body
  const nobody = { panel: '', after: '', name: '', to: '', limit: 0, today: chinaDate(scene.now) }
  const [[row], files, [panel], [item], [expert], [setting], trainings, [counting]] = await scene.store.tenant.read(
    appealById(params),
    filesOf({ owner: params.id }),
    panelOfAppeal(params),
    itemOfAppeal(params),
    expertById({ id: expertId ?? '' }),
    settingByKey({ key: 'conflict-rules' }),
    engagementsOfExperts({ ids: JSON.stringify(expertId === undefined ? [] : [expertId]), ...nobody }),
    countingEvaluation(params),
  )
  if (!row) return refuse({ code: 'not-found' })
  const decided = decide(scene, { machine: APPEAL, row, action: 'accept', note, after: { way } })
  if (!decided.ok) return decided
  if (way === 'figures' && counting?.rubric && !hasFiguresToCorrect(counting.inputs, counting.rubric))
    return refuse(field('/way', 'no_figures_to_correct'))
  const rules = conflictRulesOf(setting?.value)
  const engaged = engagementsByExpert(trainings)
  const seat = way === 'opinion' ? furtherSeat(scene, { panel, item, expert, expertId, rules, engaged }) : ok(NO_SEAT)
  if (!seat.ok) return seat
  const { to, version, event } = decided.value
  const { sheetId } = seat.value
  const set = { state: to, way, answer: note, answeredAt: scene.now, sheetId }
  const answer = appealView(scene, { ...row, ...set, version, sheetState: sheetId === null ? null : 'assigned' }, files)
  const follow = arrivalStatements({
    machine: APPEAL,
    rows: [{ id: row.id, title: row.title, owners: { office: '' } }],
    from: row.state,
    to,
    now: scene.now,
    dueOn: () => row.dueOn,
    newId: () => scene.newId('tsk'),
  })
  const refusal = await commit(
    scene.store.tenant,
    scene.hand,
    [event, ...seat.value.events],
    [updateSeen(appeals, row, set), ...follow, ...seat.value.statements],
    storedAnswer(200, answer, version),
  )
  const twice = { code: 'already-exists', facts: { what: '这位专家对该材料的评分表' } } as const
  return refusal ? refuse(refusedWrite(refusal, { duplicate: twice })) : ok({ body: answer, version })
}
