import { SHEET_WORDS } from '@shixun/contract/sheet-words'
import { commit } from '@shixun/db/commit'
import { repeatOf } from '@shixun/db/repeats'
import { entriesOfNamed, providersNamed, publishedVersions, teachersNamed } from '@shixun/db/tenant/ledger'
import { ledgerStatements, type NewEntry } from '@shixun/db/tenant/ledger-writes'
import { schoolsByCodes } from '@shixun/db/tenant/roster'
import {
  type LedgerCells,
  type LedgerLine,
  type LedgerRejected,
  readLedgerRows,
} from '@shixun/domain/credits/ledger-rows'
import { minutesOf, minutesPerHourOn, versionOn } from '@shixun/domain/credits/policy-in-force'
import { chinaDate } from '@shixun/domain/shared/china-time'
import { ok, refuse } from '@shixun/domain/shared/result'
import { accreditedOn } from '@shixun/domain/teachers/accreditation'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { refusedWrite } from '@shixun/tenant/move'
import type { DeliveryScene } from '../store.ts'
import { pendingTask } from './declare-hours.ts'

type Teacher = ReturnType<ReturnType<typeof teachersNamed>['decode']>

/** The teacher of a line: told by name, then school, then the end of the document; a school finds its own alone. */
function teacherOf(
  line: LedgerLine,
  named: readonly Teacher[],
  schools: ReadonlyMap<string, string>,
): Teacher | Omit<LedgerRejected, 'row'> {
  const school = line.schoolCode === '' ? null : (schools.get(line.schoolCode) ?? '')
  if (school === '') return { column: 'schoolCode', problem: 'not_in_district' }
  const namesakes = named.filter(({ name, schoolId }) => name === line.name && (school === null || schoolId === school))
  const among = namesakes.filter(({ documentTail }) => line.documentTail === '' || documentTail === line.documentTail)
  const [only, ...others] = among
  if (!only) return { column: namesakes.length > 0 ? 'documentTail' : 'name', problem: 'not_in_district' }
  return others.length > 0
    ? { column: school === null ? 'schoolCode' : 'documentTail', problem: 'ambiguous_person' }
    : only
}

const keyOf = (teacher: string, { date, title, channel }: { date: string; title: string; channel: string }) =>
  JSON.stringify([teacher, date, title, channel])

/** 导入以往学时：every sound row is entered, all in one batch; every other is told with its column and harms none. */
export async function importLedger(
  scene: DeliveryScene,
  { body }: { body: { rows: LedgerCells[]; dryRun: boolean } },
): Promise<Verdict> {
  const { tenant } = scene.store
  const { sound, rejected } = readLedgerRows(body.rows, SHEET_WORDS.level, chinaDate(scene.now))
  const person = scene.visitor.kind === 'person' ? scene.visitor : null
  const office = person?.role === 'office'
  const names = JSON.stringify([...new Set(sound.map(({ name }) => name))])
  const [found, schools, standing, providers, versions, [answered]] = await tenant.read(
    teachersNamed({ names }),
    schoolsByCodes({ codes: JSON.stringify([...new Set(sound.map(({ schoolCode }) => schoolCode))]) }),
    entriesOfNamed({ keys: JSON.stringify(sound.map(({ name, date }) => [name, date])) }),
    providersNamed({ names: JSON.stringify([...new Set(sound.map(({ providerName }) => providerName))]) }),
    publishedVersions(),
    repeatOf(scene.hand.repeat ?? { actor: '', key: '' }),
  )
  // a repeat finds its rows entered by itself: refused here, the door gives its first answer again
  if (answered) return refuse({ code: 'version-stale' })
  const named = office ? found : found.filter(({ schoolId }) => schoolId === person?.unit)
  const codes = new Map(schools.map(({ code, id }) => [code, id]))
  const seen = new Set(standing.map((entry) => keyOf(entry.teacherId, entry)))
  const batch = scene.newId('led')
  const state = office ? ('confirmed' as const) : ('pending' as const)
  const entries = sound.flatMap((line): NewEntry[] => {
    const teacher = teacherOf(line, named, codes)
    if ('problem' in teacher) {
      rejected.push({ row: line.row, ...teacher })
      return []
    }
    const key = keyOf(teacher.id, line)
    if (seen.has(key)) {
      rejected.push({ row: line.row, column: 'title', problem: 'already_registered' })
      return []
    }
    seen.add(key)
    const provider = providers.find(({ name }) => name === line.providerName)
    const { date, channel, level, module, category, title, providerName } = line
    const accredited = provider !== undefined && accreditedOn(provider.periods, level, date)
    return [
      {
        ...{ id: scene.newId('led'), teacherId: teacher.id, schoolId: teacher.schoolId, state, batch },
        ...{ date, channel, level, module, category, title, providerName, providerId: provider?.id ?? '' },
        minutes: minutesOf(line.hours, minutesPerHourOn(versions, date)),
        accredited: accredited || (office && provider === undefined),
        source: 'import',
        policyId: versionOn(versions, date)?.id ?? null,
      },
    ]
  })
  const answer = { accepted: entries.length, rejected: rejected.sort((a, b) => a.row - b.row) }
  if (body.dryRun || entries.length === 0) return ok({ body: answer })
  const after = { state, accepted: entries.length, entries: entries.map(({ id }) => id) }
  const task = office ? [] : [pendingTask(scene, batch, `${person?.name ?? ''}导入 ${entries.length} 条以往学时`)]
  const refusal = await commit(
    tenant,
    scene.hand,
    [{ entity: batch, version: 1, verb: 'import', after }],
    [...ledgerStatements(entries, scene.now), ...task],
    storedAnswer(200, answer),
  )
  return refusal ? refuse(refusedWrite(refusal)) : ok({ body: answer })
}
