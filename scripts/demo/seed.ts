import type { Constellation } from '../local/constellation.ts'
import { CITY, COUNTIES } from './accounts.ts'
import { amendProject } from './amend-projects.ts'
import { fileAppeal, settleAppeal } from './appeal-results.ts'
import { askParticipants } from './ask-participants.ts'
import { beginAssessment, closeMonth } from './assess-projects.ts'
import { concludeCohorts, declareHours, scanOnTheSpot, takeAttendance } from './attend-cohorts.ts'
import { listAll, nominate, screenNominations } from './curate-listings.ts'
import { declareInterests } from './declare-interests.ts'
import { declareAll, openCall, screenAll } from './declare-projects.ts'
import { draftRubrics } from './draft-rubrics.ts'
import { enrolTeachers } from './enrol-teachers.ts'
import { foundDistrict, foundPlatform, shareExpert, TEACHERS } from './found-districts.ts'
import { inspectProjects } from './inspect-projects.ts'
import { inviteNeighbours } from './invite-neighbours.ts'
import { issueCertificates } from './issue-certificates.ts'
import { keepRoster } from './keep-roster.ts'
import { openHonours } from './open-honours.ts'
import { computeStandings, importHours, publishPolicy } from './publish-policies.ts'
import { approveAll, rankAndPublish, review } from './review-projects.ts'
import { draftsOfPlan } from './rows.ts'
import { autumnCohorts, beginCohorts, springCohort } from './run-cohorts.ts'
import { finishProjects, startProjects } from './run-projects.ts'
import { each, moveClock, type Stage, settle, startClock } from './stage.ts'

/** The day on which the demonstration opens its doors: its clock runs on from here. */
const DEMO_TODAY = '2026-11-20T01:30:00.000Z'
const MONTHLY = '0 18 1 * *'
const YEAR = 2026

/** Notices whose term is over are concluded; the sweep would do it within the minute. */
async function concludeNotices(stages: readonly Stage[]): Promise<void> {
  await each(stages, async (stage) => {
    const office = await stage.as('office')
    const { body } = await office.get<{ items: { id: string; actions: string[] }[] }>(`${stage.base}/notices`)
    for (const { id, actions } of body.items)
      if (actions.includes('conclude')) await office.must(`${stage.base}/notices/${id}/actions/conclude`)
  })
}

/** The jobs worker publishes the month that ended. */
async function publish(c: Constellation, now: string): Promise<void> {
  await moveClock(c, now)
  await c.tick(MONTHLY)
  await settle(c, 1)
}

/** The first hour in China after a month is over: what still runs is closed for it. */
async function endMonth(c: Constellation, counties: readonly Stage[], day: string, no: number): Promise<void> {
  await moveClock(c, `${day}T16:30:00.000Z`)
  await each(counties, (stage) => closeMonth(stage, no))
}

/** Autumn: one call is in review, another is scored and waits for its notice. Answers what the notice needs. */
async function autumn(stage: Stage): Promise<{ panel: string; call: string }> {
  const drafts = draftsOfPlan(YEAR)
  const from = stage.index * 5
  const window = { opensAt: '2026-10-08T00:00:00.000Z', closesAt: '2026-10-31T15:59:59.000Z', quota: 3 }
  const inReview = await openCall(stage, { ...window, title: '2026 年秋季校本研修项目' })
  await screenAll(stage, await declareAll(stage, inReview, drafts.slice(from, from + 3)))
  await review(stage, inReview, true)
  const call = await openCall(stage, { ...window, title: '2026 年名师工作室研修项目' })
  await screenAll(stage, await declareAll(stage, call, drafts.slice(from + 20, from + 23)))
  return { panel: await review(stage, call), call }
}

/** November: a call takes applications; one of each early state stands in it. */
async function november(stage: Stage): Promise<void> {
  const call = await openCall(stage, {
    title: '2027 年教师培训项目（预申报）',
    opensAt: '2026-11-01T00:00:00.000Z',
    closesAt: '2026-12-15T15:59:59.000Z',
    quota: 10,
  })
  const from = 28 - stage.index * 3
  const [first, second, third, fourth] = await declareAll(stage, call, draftsOfPlan(YEAR).slice(from, from + 7), 2)
  const office = await stage.as('office')
  const at = (id: string | undefined, action: string) => `${stage.base}/applications/${id}/actions/${action}`
  await office.must(at(first?.id, 'return'), { note: '经费测算依据不完整，请补充。' })
  await office.must(at(second?.id, 'screen'))
  await office.must(at(third?.id, 'reject'), { note: '与既有项目重复。' })
  await (await stage.as('school1')).must(at(fourth?.id, 'withdraw'), { note: '与校本研修计划合并，不再单独申报。' })
}

/** Spring: declared, screened, reviewed, noticed, approved. */
async function spring(c: Constellation, counties: readonly Stage[]): Promise<void> {
  const drafts = draftsOfPlan(YEAR)
  const shares = [drafts.slice(7, 19), [...drafts.slice(0, 7), ...drafts.slice(19, 24)], drafts.slice(24, 36)]
  await moveClock(c, '2026-03-03T01:00:00.000Z')
  const plan = {
    title: '2026 年教师培训项目',
    opensAt: '2026-03-02T00:00:00.000Z',
    closesAt: '2026-04-10T15:59:59.000Z',
    quota: 12,
  }
  const calls = await each(counties, (stage) => openCall(stage, plan))
  const handedIn = await each(counties, (stage) =>
    declareAll(stage, calls[stage.index] ?? '', shares[stage.index] ?? []),
  )
  await moveClock(c, '2026-03-20T01:00:00.000Z')
  await each(counties, (stage) => screenAll(stage, handedIn[stage.index] ?? []))
  await moveClock(c, '2026-04-13T01:00:00.000Z')
  const noticed = await each(counties, async (stage) => {
    const call = calls[stage.index] ?? ''
    return rankAndPublish(stage, await review(stage, call), call, '2026 年教师培训项目拟立项公示', 12)
  })
  await moveClock(c, '2026-04-21T01:00:00.000Z')
  await concludeNotices(counties)
  await each(counties, (stage) => approveAll(stage, noticed[stage.index] ?? []))
}

/** Summer: projects are carried out and evaluated, the best go to the city and into the flagship catalogue. */
async function summer(c: Constellation, counties: readonly Stage[], city: Stage, flagshipCall: string): Promise<void> {
  await moveClock(c, '2026-05-06T01:00:00.000Z')
  await each(counties, startProjects)
  await each(counties, beginAssessment)
  await each(counties, springCohort)
  await each(counties, (stage) => enrolTeachers(stage, 0))
  await moveClock(c, '2026-05-16T00:00:00.000Z')
  await each(counties, (stage) => beginCohorts(stage))
  await moveClock(c, '2026-05-16T00:50:00.000Z')
  await each(counties, scanOnTheSpot)
  await moveClock(c, '2026-05-24T01:00:00.000Z')
  await each(counties, takeAttendance)
  await each(counties, concludeCohorts)
  await each(counties, issueCertificates)
  await endMonth(c, counties, '2026-05-31', 0)
  await endMonth(c, counties, '2026-06-30', 1)
  await moveClock(c, '2026-07-20T01:00:00.000Z')
  await each(counties, (stage) => finishProjects(stage, 6))
  await each(counties, settleAppeal)
  await each(counties, amendProject)
  await each(counties, (stage) => nominate(stage, CITY.slug, 4))
  await settle(c, 1)
  await endMonth(c, counties, '2026-07-31', 2)
  await moveClock(c, '2026-08-03T01:00:00.000Z')
  const arrived = await screenNominations(city)
  const panel = await review(city, flagshipCall)
  const listed = await rankAndPublish(city, panel, flagshipCall, '2026 年郑州市精品培训项目公示', arrived)
  await moveClock(c, '2026-08-11T01:00:00.000Z')
  await concludeNotices([city])
  await approveAll(city, listed)
  await listAll(city, 5)
  await settle(c, 1)
}

/**
 * Lives through a year in Henan by the verbs of real use; nothing is written past them but the clock's start and the
 * accounts of the platform, for which there is no API. The same rows come out every time.
 */
export async function seedDemonstration(c: Constellation, state: string, say: (text: string) => void): Promise<void> {
  await startClock(c, '2026-03-02T01:00:00.000Z')
  say('开通郑州市和三个区县，导入学校、教师和账号')
  await foundPlatform(c, state)
  const city = await foundDistrict(c, CITY, 3)
  const counties: Stage[] = []
  for (const [index, district] of COUNTIES.entries()) counties.push(await foundDistrict(c, district, index))
  const [jinshui, gongyi] = counties
  if (jinshui && gongyi) await shareExpert(jinshui, gongyi)
  say('学分办法：补录往年学时，测算、发布')
  await each(counties, (stage) => importHours(stage, 2025, TEACHERS))
  await each(counties, publishPolicy)
  const open = { opensAt: '2026-03-02T00:00:00.000Z', closesAt: '2026-12-20T15:59:59.000Z', quota: 12 }
  const flagshipCall = await openCall(city, {
    ...open,
    kind: 'flagship',
    level: 'city',
    title: '2026 年郑州市精品培训项目推荐',
  })
  await each([city, ...counties], declareInterests)
  say('春季：申报、初审、盲评、公示、立项')
  await spring(c, counties)
  say('夏季：实施、结项、评估，推荐精品项目')
  await summer(c, counties, city, flagshipCall)
  await endMonth(c, counties, '2026-08-31', 3)
  await publish(c, '2026-09-01T18:00:00.000Z')
  await endMonth(c, counties, '2026-09-30', 4)
  await publish(c, '2026-10-01T18:00:00.000Z')
  say('秋季：新的批次，三个月的省级数据')
  await moveClock(c, '2026-10-09T01:00:00.000Z')
  const waiting = await each(counties, autumn)
  await endMonth(c, counties, '2026-10-31', 5)
  await publish(c, '2026-11-01T18:00:00.000Z')
  await moveClock(c, '2026-11-02T02:00:00.000Z')
  await each(counties, november)
  await each(counties, draftRubrics)
  await each(counties, openHonours)
  await each(counties, autumnCohorts)
  await each(counties, (stage) => enrolTeachers(stage))
  await moveClock(c, '2026-11-14T00:00:00.000Z')
  await each(counties, (stage) => beginCohorts(stage, 1))
  await moveClock(c, '2026-11-14T00:50:00.000Z')
  await each(counties, scanOnTheSpot)
  await moveClock(c, '2026-11-18T01:00:00.000Z')
  await each(counties, takeAttendance)
  await each(counties, (stage) => {
    const { panel, call } = waiting[stage.index] ?? { panel: '', call: '' }
    return rankAndPublish(stage, panel, call, '2026 年名师工作室研修项目拟立项公示', 2)
  })
  await moveClock(c, DEMO_TODAY)
  await each(counties, fileAppeal)
  await each(counties, (stage) => inspectProjects(stage, DEMO_TODAY.slice(0, 10)))
  await each(counties, (stage) => importHours(stage, 2026, TEACHERS))
  if (jinshui && gongyi) await inviteNeighbours(c, gongyi, jinshui)
  await each(counties, keepRoster)
  await each(counties, declareHours)
  await each(counties, computeStandings)
  await askParticipants(c, counties)
}
