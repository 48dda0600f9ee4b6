import { group, leaf, measured, rubric, type SampleRubric } from './sample-nodes.ts'

const GUSKEY = rubric('培训效果五层次评价指标（古斯基）', [
  group('reaction', '学员反应', [
    leaf('reaction.satisfaction', '学员满意度', 15, '内容、组织和条件的问卷评价', 'survey'),
  ]),
  group('learning', '学员学习', [
    measured('learning.completion', '结业率', 10, 'completion'),
    leaf('learning.gain', '知识与技能收获', 15, '作业、测试或展示所见的收获'),
  ]),
  group('organisation', '组织支持与变化', [
    leaf('organisation.support', '学校支持', 10, '时间、条件和制度的支持'),
    leaf('organisation.change', '学校变化', 10, '教研制度和氛围的变化'),
  ]),
  group('use', '新知识技能的应用', [
    measured('use.follow_up', '六个月跟踪完成率', 5, 'follow_up_6'),
    leaf('use.classroom', '课堂应用', 20, '听课和课例所见的应用程度'),
  ]),
  group('students', '学生学习结果', [leaf('students.result', '学生发展', 15, '学生学习与发展的可见变化')]),
])

export const GUSKEY_SAMPLE: SampleRubric = {
  key: 'guskey',
  use: 'completion',
  about: '评价培训效果：学员反应、学习、组织支持、应用、学生结果五个层次',
  rubric: GUSKEY,
}
