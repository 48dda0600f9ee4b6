import { chinaTime } from '@shixun/domain/shared/china-time'
import { answerSection } from '@shixun/domain/training/answer-section'
import { archiveStep } from '@shixun/domain/training/archive-index'
import { archivePage, type PageSection } from '@shixun/domain/training/archive-page'
import { amendmentsOf, courseOf, figuresOf } from './archive-course.ts'
import { evaluationsOf, publicityOf, reviewOf, type Told } from './archive-review.ts'
import type { Archive } from './load-archive.ts'

/** A file that the archive writes down itself. */
export type ArchiveDocument = { path: string; title: string; body: string }
/** A file that somebody handed in, with the checksum kept then. */
export type ArchiveObject = { path: string; title: string; objectKey: string; recorded: string }

/** One thing for people and for programs: a page and its data. */
function both(path: string, title: string, { data, sections }: Told): ArchiveDocument[] {
  return [
    { path: `${path}.html`, title, body: archivePage(title, sections) },
    { path: `${path}.json`, title: `${title}（数据）`, body: `${JSON.stringify(data, null, 2)}\n` },
  ]
}

function submissionTold(archive: Archive, submission: Archive['submissions'][number]): Told {
  const { application, project, call, forms } = archive
  const form = forms.find(({ no }) => no === submission.formNo)?.form ?? []
  const head: PageSection = {
    heading: submission.title,
    facts: [
      ['申报编号', application.number ?? '—'],
      ['申报单位', project.unitName],
      ['申报批次', call?.title ?? '—'],
      ['提交时间', chinaTime(submission.submittedAt)],
      ['内容 SHA-256', submission.sha256],
    ],
  }
  const answers = form.map((field) => answerSection(field, submission.formValues[field.key], submission.attachments))
  const files: PageSection = {
    heading: '附件',
    head: ['文件', '大小（字节）', 'SHA-256'],
    rows: submission.attachments.map(({ name, size, sha256 }) => [name, String(size), sha256]),
  }
  return { data: { ...submission, form }, sections: [head, ...answers, files] }
}

function agreementDocuments({ agreements }: Archive): ArchiveDocument[] {
  return agreements.flatMap(({ no, text, projectId: _, ...agreement }) => [
    { path: `任务书/第${no}版.txt`, title: `任务书第 ${no} 版（确认的文本）`, body: text },
    {
      path: `任务书/第${no}版.json`,
      title: `任务书第 ${no} 版（数据）`,
      body: `${JSON.stringify({ no, ...agreement }, null, 2)}\n`,
    },
  ])
}

/** Everything that the archive writes down, in the order of a project's life. */
export function archiveDocuments(archive: Archive): ArchiveDocument[] {
  const { submissions, reach } = archive
  return [
    ...submissions.flatMap((one) =>
      both(`申报/第${one.no}次提交`, `申报书（第 ${one.no} 次提交）`, submissionTold(archive, one)),
    ),
    ...both('评审/评审情况', '评审情况', reviewOf(archive)),
    ...both('公示/公示与异议', '公示与异议', publicityOf(archive)),
    ...agreementDocuments(archive),
    ...both('任务书/变更记录', '任务书变更记录', amendmentsOf(archive)),
    ...both('实施/实施数据', '实施数据', figuresOf(archive)),
    ...(reach.evaluations ? both('评估/评估结果', '评估结果', evaluationsOf(archive)) : []),
    ...both('流转/流转记录', '流转记录', courseOf(archive)),
  ]
}

const two = (n: number) => String(n + 1).padStart(2, '0')

/** Every file that a submission named, removed since or not; evidence of objections for the office alone. */
export function archiveObjects({ submissions, attachments, evidence, reach }: Archive): ArchiveObject[] {
  const named = new Map(submissions.flatMap((one) => one.attachments.map((card) => [card.id, card] as const)))
  const handedIn = [...named.values()].map((card, index) => ({
    path: `申报/附件/${two(index)}-${archiveStep(card.name)}`,
    title: card.name,
    objectKey: attachments.find(({ id }) => id === card.id)?.objectKey ?? '',
    recorded: card.sha256,
  }))
  const proofs = reach.objectors ? evidence : []
  return [
    ...handedIn,
    ...proofs.map((file, index) => ({
      path: `公示/异议材料/${two(index)}-${archiveStep(file.name)}`,
      title: `异议材料：${file.name}`,
      objectKey: file.objectKey,
      recorded: file.sha256,
    })),
  ]
}
