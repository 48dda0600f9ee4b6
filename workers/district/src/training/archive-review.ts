import { NOTICE, OBJECTION } from '@shixun/domain/calls/notices/notice'
import type { Derivation } from '@shixun/domain/quality/evaluations/evaluate'
import { explainEvaluation } from '@shixun/domain/quality/evaluations/explain'
import { withoutRaters } from '@shixun/domain/quality/evaluations/without-raters'
import { SCORESHEET } from '@shixun/domain/quality/lifecycles'
import { chinaTime } from '@shixun/domain/shared/china-time'
import type { PageSection } from '@shixun/domain/training/archive-page'
import type { Archive } from './load-archive.ts'

/** A part of the archive as data for programs and as sections for people. */
export type Told = { data: unknown; sections: PageSection[] }

function points(hundredths: number | null): string {
  return hundredths === null ? '—' : (hundredths / 100).toFixed(2)
}

/** Where the application stands in a panel's ranking, figures in hundredths. */
function itemOf(row: Archive['rankings'][number] | undefined) {
  if (!row) return null
  const { panelId: _, seq: __, place, ...item } = row
  return { ...item, rank: place }
}

/** 评审：score and rank for all; panels and sheets with their experts only where the API shows them. */
export function reviewOf({ reach, application, panels, rankings, sheets }: Archive): Told {
  const result = { score: application.score === null ? null : application.score / 100, rank: application.rank }
  const facts: PageSection = {
    heading: '评审结果',
    facts: [
      ['得分', points(application.score)],
      ['名次', application.rank === null ? '—' : String(application.rank)],
    ],
  }
  if (!reach.reviewers) return { data: result, sections: [facts] }
  const own = panels.map(({ result: whole, ...panel }) => ({
    ...panel,
    reliability: whole?.reliability ?? null,
    item: itemOf(rankings.find(({ panelId }) => panelId === panel.id)),
  }))
  const scored = sheets.map(({ total, ...sheet }) => ({ ...sheet, total: total === null ? null : total / 100 }))
  const table: PageSection = {
    heading: '专家评分表',
    head: ['专家', '状态', '总分', '回避原因', '评语'],
    rows: sheets.map(({ expertName, state, total, conflicts, comment }) => [
      expertName,
      SCORESHEET.states[state],
      points(total),
      conflicts.map(({ detail }) => detail).join('；'),
      comment,
    ]),
  }
  return { data: { ...result, panels: own, sheets: scored }, sections: [facts, table] }
}

/** 评估：every evaluation with its derivation, in which raters have no names. */
export function evaluationsOf({ evaluations }: Archive): Told {
  const told = evaluations.map(({ inputs: _, panelId: __, derivation, total, ...evaluation }) => {
    const shown = withoutRaters(derivation as Derivation)
    return {
      ...evaluation,
      total: total === null ? null : total / 100,
      derivation: shown,
      lines: explainEvaluation(shown),
    }
  })
  const sections = told.map(({ subjectKind, createdAt, total, band, sha256, lines }) => ({
    heading: `${subjectKind === 'project' ? '项目评估' : '申报评审'}（${chinaTime(createdAt)}）`,
    facts: [
      ['得分', total === null ? '—' : total.toFixed(2)],
      ['等次', band ?? '—'],
      ['SHA-256', sha256],
    ] as const,
    head: ['计算', '算式'],
    rows: lines.map(({ line, formula }) => [line, formula]),
  }))
  return { data: told, sections: sections.length > 0 ? sections : [{ heading: '评估' }] }
}

/** 公示与异议：what the public page shows; texts of objections where the API shows them, names for the office alone, how to reach them for nobody. */
export function publicityOf({ reach, application, notices, objections }: Archive): Told {
  const shown = objections.map(({ id, noticeId, state, named, createdAt, answeredAt, dueOn, text, answer, name }) => ({
    id,
    noticeId,
    state,
    named,
    createdAt,
    dueOn,
    answeredAt,
    ...(reach.objections ? { text, answer } : {}),
    ...(reach.objectors ? { name } : {}),
  }))
  const pages = notices.map((notice): PageSection => {
    const item = notice.items.find(({ applicationId }) => applicationId === application.id)
    return {
      heading: notice.title,
      facts: [
        ['公示时间', `${notice.startsOn} 至 ${notice.endsOn}（${notice.workingDays} 个工作日）`],
        ['状态', NOTICE.states[notice.state]],
        ['本项目', item ? [item.title, item.unitName, item.result].join('，') : ''],
      ],
      text: notice.body,
    }
  })
  const table: PageSection = {
    heading: '异议',
    head: [
      '收到时间',
      '方式',
      '状态',
      ...(reach.objections ? ['内容', '答复'] : []),
      ...(reach.objectors ? ['异议人'] : []),
    ],
    rows: shown.map((one) => [
      chinaTime(one.createdAt),
      one.named ? '实名' : '匿名',
      OBJECTION.states[one.state],
      ...(reach.objections ? [one.text ?? '', one.answer ?? ''] : []),
      ...(reach.objectors ? [one.name ?? ''] : []),
    ]),
  }
  return { data: { notices, objections: shown }, sections: [...pages, table] }
}
