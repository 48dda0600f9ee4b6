import type { ProblemRow } from './problem.ts'

/** What is refused in panels, scoring, appeals and inspections. */
export const REVIEW_PROBLEMS = {
  'photos-missing': {
    status: 409,
    title: '还有照片没有传完',
    remedy: '手机上有 {device} 张照片，已收到 {arrived} 张。请保持联网，等全部上传后再封存；照片仍在手机里，没有丢失。',
  },
  'sheets-missing': {
    status: 409,
    title: '评分表尚未收齐',
    remedy:
      '应收 {total} 张，已交 {in} 张，分差待处理 {gaps} 份。请催交，或对不能评分的专家办理回避；分差过大的加请一位专家，或写明理由不再加评。',
  },
  'nothing-to-release': {
    status: 409,
    title: '没有可以反馈的意见',
    remedy: '专家没有填写意见，或全部标为不反馈。请至少保留一条意见再反馈。',
  },
  'appeal-late': {
    status: 409,
    title: '申诉期限已过',
    remedy: '对这个结果的申诉截止到 {until}（告知后 {days} 个工作日）。确有特殊情况请联系师训科。',
  },
  'evaluation-superseded': {
    status: 409,
    title: '这个结果已有新的结果取代',
    remedy: '请打开最新的评估结果查看，对最新的结果办理。',
  },
  'conflict-of-interest': {
    status: 409,
    title: '存在利益冲突，须回避',
    remedy: '原因：{detail}。{next}',
  },
  'document-withheld': {
    status: 409,
    title: '这份材料不能显示',
    remedy: '{reason}',
  },
  'experts-short': {
    status: 409,
    title: '可用的专家不足',
    remedy: '“{title}”排除有利益冲突的专家后只剩 {available} 位，需要 {needed} 位。请增加专家后重试。',
  },
  'draw-changed': {
    status: 409,
    title: '预览之后情况有变，尚未组建',
    remedy: '待评审的申报或抽签次数与预览时不同，抽签的种子随之改变。请重新预览，核对后再组建。',
  },
  'panel-too-large': {
    status: 422,
    title: '一个评审组放不下这么多申报',
    remedy:
      '本批次待评审 {items} 项、需 {seats} 份评分表；一个评审组最多 {mostItems} 项、{mostSeats} 份。请分批完成形式审查，分几个评审组评审。',
  },
  'nobody-to-ask': {
    status: 409,
    title: '没有可以接替的专家',
    remedy: '“{title}”没有可用的专家：{why}。请先在评审专家库增加专家，再来换人或补位。',
  },
} as const satisfies Record<string, ProblemRow>
