import { chinaTime } from '../shared/china-time.ts'
import type { RobotWords } from './robot.ts'

/** What robots say of an event. A chat group is no place for persons: units, titles and days, never a name or a contact. */

/** 发布申报批次. */
export function callOpenedWords(call: {
  title: string
  opensAt: string
  closesAt: string
  quotaPerUnit: number
}): RobotWords {
  return {
    title: `开始申报：${call.title}`,
    lines: [
      `申报时间：${chinaTime(call.opensAt)} 至 ${chinaTime(call.closesAt)}（北京时间）`,
      `每个单位最多申报 ${call.quotaPerUnit} 项，请登录师训云填报。`,
    ],
  }
}

/** 提交申报. */
export function applicationSubmittedWords(application: { title: string; unitName: string; no: number }): RobotWords {
  const again = application.no > 1 ? `（第 ${application.no} 次提交）` : ''
  return { title: '收到申报', lines: [`${application.unitName}提交了“${application.title}”${again}，等待初审。`] }
}

/** 公示. */
export function noticePublishedWords(notice: {
  title: string
  startsOn: string
  endsOn: string
  workingDays: number
  items: number
}): RobotWords {
  return {
    title: `公示：${notice.title}`,
    lines: [
      `共 ${notice.items} 项，公示期 ${notice.startsOn} 至 ${notice.endsOn}（${notice.workingDays} 个工作日）。`,
      '公示期内可以在公示页面提出异议。',
    ],
  }
}

/** 公布班次，开始推荐. */
export function cohortOpenedWords(cohort: {
  title: string
  unitName: string
  startsOn: string
  endsOn: string
  places: number
  nominateUntil: string | null
}): RobotWords {
  const until = cohort.nominateUntil === null ? '' : `，推荐截止 ${chinaTime(cohort.nominateUntil)}（北京时间）`
  return {
    title: `开始推荐学员：${cohort.title}`,
    lines: [
      `${cohort.unitName}承办，${cohort.startsOn} 至 ${cohort.endsOn}，名额 ${cohort.places} 人${until}。`,
      '请各校登录师训云查看课表并推荐。',
    ],
  }
}

/** 提出异议. */
export function objectionRaisedWords(objection: { notice: string; named: boolean; dueOn: string }): RobotWords {
  return {
    title: '收到异议',
    lines: [
      `对“${objection.notice}”的${objection.named ? '实名' : '匿名'}异议，请在 ${objection.dueOn} 前答复。`,
      '答复之前，该公示不会生效。',
    ],
  }
}
