import type { Band } from '../rubric.ts'
import { extra, group, leaf, measured, rubric, type SampleRubric, veto } from './sample-nodes.ts'

/** A cycle of a studio ends with one of three: who fails is taken off the list. */
const BANDS: Band[] = [
  { key: 'excellent', title: '优秀', from: 9000 },
  { key: 'pass', title: '合格', from: 6000 },
  { key: 'fail', title: '不合格', from: 0 },
]

const STUDIO = rubric(
  '名师工作室周期考核指标',
  [
    group('base', '建设条件', [
      leaf('base.place', '场所与保障', 5, '有固定场所和设备，所在单位在时间、经费、条件上支持', 'inspection'),
      leaf('base.rules', '制度与档案', 5, '规划、制度、活动记录齐全，成员有成长档案', 'inspection'),
      measured('base.budget', '经费执行率', 5, 'budget_execution', '专款专用，按预算执行'),
    ]),
    group('host', '主持人引领', [
      leaf('host.teaching', '教学示范', 8, '立足课堂，公开课和讲座有质量'),
      leaf('host.guidance', '指导成员', 8, '一人一案，听评课和指导记录完整'),
    ]),
    group('study', '研修活动', [
      measured('study.participation', '成员参加率', 6, 'participation', '集体研修活动的实到人数'),
      measured('study.hours', '研修课时完成率', 6, 'hours_delivered', '按周期计划完成'),
      measured('study.milestones', '任务按期率', 6, 'milestones_on_time', '任务书约定的节点按期完成'),
      leaf('study.design', '活动设计', 7, '主题聚焦、形式有效，课例、共读、写作相结合'),
    ]),
    group('growth', '成员成长', [
      leaf('growth.members', '成员进步', 10, '课堂、教研、获评骨干或名师的变化'),
      {
        ...leaf('growth.satisfaction', '成员满意度', 6, '匿名问卷，收回5份以上有效', 'survey'),
        metric: 'satisfaction',
      },
    ]),
    group('spread', '成果与辐射', [
      leaf('spread.output', '研修成果', 10, '课例、资源、课题和论著的数量与质量'),
      leaf('spread.villages', '送教与帮扶', 10, '送教下乡、结对乡村学校，有受益学校的证明'),
      leaf('spread.online', '网络研修与资源共享', 8, '网络空间常更新，资源被其他教师使用'),
    ]),
    extra('extra.award', '重大成果加分', 'bonus', 5, '省级及以上教学成果奖或同等成果'),
    veto('veto.ethics', '主持人师德失范（一票否决）', '主持人违反职业行为十项准则，经查属实', 'inspection'),
  ],
  { bands: BANDS, method: 'trimmed' },
)

export const STUDIO_SAMPLE: SampleRubric = {
  key: 'studio',
  use: 'completion',
  about: '名师、名校长、名班主任工作室的周期考核，分优秀、合格、不合格三等，五位以上专家时去掉最高最低各一份',
  rubric: STUDIO,
}
