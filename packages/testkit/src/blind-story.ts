import * as sample from '../../../workers/system/src/sample-rows.ts'
import { tellingJpeg, tellingPdf, tellingPng } from './telling-files.ts'
import { tellingDocx, tellingPptx, tellingXlsx } from './telling-office.ts'

/** Words that stand nowhere else: any of them in an answer to an expert tells who applied. */
export const CANARY = {
  unit: '青鸾鸟实验小学',
  leader: '闻人鸿雁',
  member: '司徒白鹭',
  fromUnit: '朱雀桥幼儿园',
  headmaster: '欧阳黄鹂',
  trainer: '南宫斑鸠',
  trainerUnit: '白虎岭中学',
  guest: '诸葛云雀',
  file: '画眉方案',
  author: '上官翠鸟',
}
/** What the material itself says: an expert who has not declared, or stepped aside, reads none of it. */
export const CONTENT: readonly [title: string, text: string] = ['杜鹃计划', '布谷鸟需求调研']
export const BUREAU = '金水区'
/** What one expert wrote, which no other may read. */
export const OPINION = { whole: '夜莺总评', leaf: '百灵分评' }

const headmaster = { key: 'headmaster', title: '校长', type: 'text', required: false, identifying: true } as const
const plan = { key: 'plan', title: '实施方案', type: 'file', required: false, identifying: false } as const
export const BLIND_FORM = [...sample.FORM, headmaster, plan]

const story = `${CANARY.unit}（金水区教育局直属）由${CANARY.leader}与${CANARY.member}牵头，校长${CANARY.headmaster}，合作方${CANARY.fromUnit}，${CANARY.trainerUnit}的${CANARY.trainer}主讲。`
/** Answers that say who applied in every place where somebody could type: with gaps, and with radicals of PDF fonts. */
export const BLIND_VALUES = {
  ...sample.VALUES,
  background: `${CONTENT[1]}：${story}金水区 青 鸾 鸟 实验小学的教师问卷。⻘鸾⻦实验⼩学`,
  objectives: story,
  outcomes: story,
  milestones: [{ text: `${CANARY.leader}开题`, from: '2026-04-01', to: '2026-04-30' }],
  courses: [
    { title: `${CANARY.member}的班会课`, module: '师德修养', trainer: CANARY.unit, hours: 20 },
    {
      title: '班级管理',
      module: '师德修养',
      trainer: `${CANARY.trainer}（${CANARY.trainerUnit}，特级教师）、${CANARY.guest}教授`,
      hours: 20,
      joint: `与 ${CANARY.guest} 合班`,
    },
  ],
  team: [
    { name: CANARY.leader, unit: CANARY.unit, duty: '负责人' },
    { name: CANARY.member, unit: CANARY.fromUnit, duty: '成员' },
  ],
  headmaster: CANARY.headmaster,
}

const who = CANARY.author
/** Files by the end of their names; the text of the last names the school, so that nobody but the office may open it. */
export const BLIND_FILES: readonly (readonly [name: string, bytes: Uint8Array])[] = [
  ['.docx', tellingDocx({ who, text: '研修方案' })],
  ['.xlsx', tellingXlsx({ who, text: '经费测算' })],
  ['.pptx', tellingPptx({ who, text: '汇报提纲' })],
  ['.pdf', tellingPdf({ who, text: '实施细则' })],
  ['-2.pdf', tellingPdf({ who, text: '附录', packed: true })],
  ['.png', tellingPng(who)],
  ['.jpg', tellingJpeg(who)],
  ['-3.docx', tellingDocx({ who, text: `本校方案：${CANARY.unit}章程` })],
]
