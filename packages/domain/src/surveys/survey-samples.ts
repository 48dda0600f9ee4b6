import type { Question, SurveyBody } from './question.ts'
import type { SurveySubject } from './survey.ts'

/** A survey to start from: an editable copy. The five levels are Guskey's (Evaluating Professional Development, 2000). */
export type SurveySample = { key: string; subject: SurveySubject; title: string; body: SurveyBody }

const AGREEMENT = ['很不同意', '不太同意', '一般', '比较同意', '非常同意']
const SATISFACTION = ['很不满意', '不太满意', '一般', '比较满意', '非常满意']
const FREQUENCY = ['从未', '偶尔', '有时', '经常', '每周都有']

const INTRO =
  '本问卷不记名。答题码由您的设备生成并经盲签名，系统只知道您领过答题码，不知道哪一份答卷是您的；收到 5 份以上才显示汇总结果。'

function scale(key: string, section: string, title: string, options: string[], rated = false): Question {
  return { key, kind: 'scale', section, title, required: true, options, rated }
}
function text(key: string, section: string, title: string): Question {
  return { key, kind: 'text', section, title, required: false, options: [], rated: false }
}

const REACTION: Question[] = [
  scale('content', '培训内容', '培训内容符合我的教学实际需要', AGREEMENT, true),
  scale('depth', '培训内容', '内容有深度，也听得懂、用得上', AGREEMENT, true),
  scale('trainers', '师资与组织', '对授课教师的总体评价', SATISFACTION, true),
  scale('methods', '师资与组织', '研讨、观课、实操等形式安排合理', AGREEMENT, true),
  scale('organisation', '师资与组织', '对组织管理和后勤保障的总体评价', SATISFACTION, true),
  scale('gain', '收获', '我掌握了能带回课堂的方法', AGREEMENT, true),
  {
    key: 'helpful',
    kind: 'multiple',
    section: '收获',
    title: '对您帮助最大的是（可多选）',
    required: false,
    options: ['专题讲座', '名师观课', '小组研讨', '跟岗实践', '作业与点评', '同伴交流'],
    rated: false,
  },
  text('keep', '意见', '最值得保留的是什么？'),
  text('change', '意见', '最应该改进的是什么？'),
]

const GUSKEY: Question[] = [
  scale('reaction', '一、学员反应', '回头看，这次培训值得我花的时间', AGREEMENT, true),
  scale('learning', '二、学员学习', '培训中学到的知识和技能我现在仍然掌握', AGREEMENT),
  scale('support', '三、组织支持与变化', '学校给我应用所学的时间、条件和鼓励', AGREEMENT),
  scale('climate', '三、组织支持与变化', '教研组一起讨论过培训中的做法', FREQUENCY),
  scale('use', '四、新知识技能的应用', '我在课堂上用过培训中学到的做法', FREQUENCY),
  {
    key: 'obstacle',
    kind: 'single',
    section: '四、新知识技能的应用',
    title: '应用中最大的困难是',
    required: false,
    options: ['没有困难', '时间不够', '缺少设备或材料', '缺少指导', '与考核要求不一致', '学生基础不同'],
    rated: false,
  },
  scale('students', '五、学生学习结果', '学生的学习因此有了看得见的变化', AGREEMENT),
  text('evidence', '五、学生学习结果', '请举一个学生变化的例子（不要写学生和自己的姓名）'),
]

export const SURVEY_SAMPLES: readonly SurveySample[] = [
  {
    key: 'reaction',
    subject: 'cohort',
    title: '培训满意度问卷（学员反应）',
    body: { intro: INTRO, questions: REACTION, segments: ['phase'], showing: 'steps' },
  },
  {
    key: 'guskey',
    subject: 'follow_up',
    title: '训后跟踪问卷（古斯基五层次）',
    body: { intro: INTRO, questions: GUSKEY, segments: ['area'], showing: 'at_close' },
  },
]
