import { group, leaf, rubric, type SampleRubric } from './sample-nodes.ts'

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

export const FOUR_DIMENSIONS_SAMPLE: SampleRubric = {
  key: 'four_dimensions',
  use: 'application',
  about: '评审培训项目申报书：环境、输入、过程、效果四个维度，全部由专家评分',
  rubric: FOUR_DIMENSIONS,
}
