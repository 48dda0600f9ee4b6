import type { MetricKey } from './metrics.ts'
import { type Criterion, DEFAULT_BANDS, DEFAULT_DISAGREEMENT, type Rubric, type Source } from './rubric.ts'

/** A rubric to start from: an editable copy becomes a version of the tenant. Weights are ours; no official set is known to exist. */
export type SampleRubric = { key: string; use: 'application' | 'completion'; rubric: Rubric }

function group(key: string, title: string, children: Criterion[]): Criterion {
  return { key, title, kind: 'group', children }
}

function leaf(key: string, title: string, points: number, help: string, source: Source = 'expert'): Criterion {
  return { key, title, kind: 'leaf', max: points * 100, source, nature: 'score', help }
}

function measured(key: string, title: string, points: number, metric: MetricKey): Criterion {
  return { key, title, kind: 'leaf', max: points * 100, source: 'metric', nature: 'score', metric }
}

function rubric(title: string, criteria: Criterion[]): Rubric {
  return { title, criteria, missing: 'block', bands: DEFAULT_BANDS, method: 'mean', disagreement: DEFAULT_DISAGREEMENT }
}

const FOUR_DIMENSIONS = rubric('培训项目申报评审指标（四维度）', [
  group('environment', '环境', [
    leaf('environment.need', '需求与依据', 15, '有调研，问题具体，与当地教师队伍实际相符'),
    leaf('environment.support', '组织与保障', 10, '有专人负责，制度、场地和后勤落实'),
  ]),
  group('input', '输入', [
    leaf('input.goal', '目标与对象', 10, '目标可检验，培训对象明确'),
    leaf('input.course', '课程设计', 15, '模块完整，理论与实践比例合理'),
    leaf('input.trainer', '师资队伍', 10, '高校专家与一线教师结合，资历相称'),
    leaf('input.budget', '经费预算', 5, '科目合规，测算有依据'),
  ]),
  group('process', '过程', [
    leaf('process.schedule', '实施安排', 10, '阶段和时间清楚，责任到人'),
    leaf('process.management', '过程管理', 10, '考勤、学员管理和质量监控有办法'),
  ]),
  group('effect', '效果', [
    leaf('effect.outcome', '预期成效', 10, '成果可见、可检查'),
    leaf('effect.follow_up', '跟踪与推广', 5, '训后跟踪和成果推广有安排'),
  ]),
])

const COMPLETION = rubric('培训项目结项评价指标', [
  group('delivery', '实施', [
    measured('delivery.participation', '参培率', 10, 'participation'),
    measured('delivery.hours', '课时完成率', 10, 'hours_delivered'),
    measured('delivery.milestones', '节点按期率', 5, 'milestones_on_time'),
    measured('delivery.budget', '预算执行率', 5, 'budget_execution'),
  ]),
  group('learning', '学习', [
    measured('learning.attendance', '出勤率', 10, 'attendance'),
    measured('learning.completion', '结业率', 10, 'completion'),
  ]),
  group('reaction', '学员评价', [leaf('reaction.satisfaction', '满意度', 15, '匿名问卷，收回5份以上有效', 'survey')]),
  group('result', '成果', [
    leaf('result.output', '生成性成果', 15, '课例、资源等成果的数量与质量'),
    leaf('result.transfer', '返岗应用', 10, '学员返岗后有实践、有证据'),
    leaf('result.record', '档案与总结', 10, '过程资料齐全，总结有反思'),
  ]),
  { key: 'extra.spread', title: '经验推广加分', kind: 'leaf', max: 500, source: 'expert', nature: 'bonus' },
  { key: 'fault.rule', title: '违规扣分', kind: 'leaf', max: 1000, source: 'inspection', nature: 'deduction' },
  { key: 'veto.ethics', title: '师德或安全责任事故（一票否决）', kind: 'leaf', source: 'inspection', nature: 'veto' },
])

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

export const SAMPLE_RUBRICS: readonly SampleRubric[] = [
  { key: 'four_dimensions', use: 'application', rubric: FOUR_DIMENSIONS },
  { key: 'completion', use: 'completion', rubric: COMPLETION },
  { key: 'guskey', use: 'completion', rubric: GUSKEY },
]
