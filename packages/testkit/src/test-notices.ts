import { moveClock, startClock } from '../../../scripts/demo/stage.ts'
import { application } from '../../../workers/system/src/sample-rows.ts'
import { type Client, clientOf, freshAddress, type Reply } from './client.ts'
import { must } from './people.ts'
import { type Applicant, type Item, raiseSpine, type Spine } from './test-spine.ts'

/** A notice and an objection, as far as these tests read them. */
export type Notice = Item & {
  startsOn: string
  endsOn: string
  openObjections: number
  publicPath: string
  replaces: string | null
  replacedBy?: string | null
  settledAt: string | null
  items: { result: string }[]
}
export type Objection = Item & {
  named: boolean
  name: string | null
  contact: string | null
  text: string
  answer: string | null
  dueOn: string
  overdue: boolean
  files: { id: string; name: string; mediaType: string; sha256: string }[]
}

/** A county with a school, an open call and a clock: applications come ranked, for what follows is about notices. */
export type NoticeHouse = {
  spine: Spine
  school: Applicant
  callId: string
  anybody: Client
  /** Noon in China of a day; an instant as it is. */
  forward(to: string): Promise<void>
  ranked(title: string, rank?: number): Promise<string>
  publish(ids: string[], given?: Record<string, unknown>): Promise<Reply<Notice>>
  published(title: string): Promise<Notice>
  application(id: string): Promise<Item & { noticeId: string | null; cleared: boolean }>
  object(notice: Notice, body: Record<string, unknown>): Promise<Reply<Record<string, unknown> & { id: string }>>
  objections(notice: Notice): Promise<Objection[]>
  /** A public page as anybody gets it, each time from another address. */
  page(path: string, init?: RequestInit): Promise<Response>
}

const instantOf = (to: string) => (to.length === 10 ? `${to}T04:00:00.000Z` : to)

export async function raiseNotices(from: string): Promise<NoticeHouse> {
  const spine = await raiseSpine({ demonstration: '{"accounts":[]}' })
  await startClock(spine.house.constellation, instantOf(from))
  const school = await spine.school('育才小学')
  const callId = await spine.openCall()
  const anybody = clientOf(spine.house.url)
  const ranked = async (title: string, rank = 1) => {
    const row = application(callId, school, 'ranked', { title, rank, score: 9000 })
    return (await spine.put('applications', row)).id
  }
  const publish: NoticeHouse['publish'] = (applicationIds, given = {}) =>
    spine.office.post<Notice>(`${spine.base}/notices`, {
      callId,
      title: '拟立项项目公示',
      body: '现予公示。\n欢迎监督。',
      applicationIds,
      ...given,
    })
  return {
    spine,
    school,
    callId,
    anybody,
    ranked,
    publish,
    forward: (to) => moveClock(spine.house.constellation, instantOf(to)),
    published: async (title) => must('notice', await publish([await ranked(title)])),
    application: async (id) =>
      must(
        'application',
        await spine.office.get<Item & { noticeId: string | null; cleared: boolean }>(
          `${spine.base}/applications/${id}`,
        ),
      ),
    object: (notice, body) => anybody.post(`${notice.publicPath}/objections`, body),
    objections: async (notice) => {
      const path = `${spine.base}/notices/${notice.id}/objections`
      return must('objections', await spine.office.get<{ items: Objection[] }>(path)).items
    },
    page: (path, init = {}) =>
      fetch(spine.house.url + path, {
        redirect: 'manual',
        ...init,
        headers: { 'cf-connecting-ip': freshAddress(), ...init.headers },
      }),
  }
}
