import { extra, group, leaf, measured, rubric, type SampleRubric, veto } from './sample-nodes.ts'

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
  extra('extra.spread', '经验推广加分', 'bonus', 5, '做法被上级采用或在区域内推广，按影响大小加分'),
  extra('fault.rule', '违规扣分', 'deduction', 10, '经费、学时、考勤等违规，按检查结论扣分', 'inspection'),
  veto('veto.ethics', '师德或安全责任事故（一票否决）', '发生责任事故，经查属实', 'inspection'),
])

export const COMPLETION_SAMPLE: SampleRubric = {
  key: 'completion',
  use: 'completion',
  about: '培训项目结项：实施和学习的数据自动计算，成果由专家评，违规和否决来自检查',
  rubric: COMPLETION,
}
