import { extra, group, leaf, measured, rubric, type SampleRubric, veto } from './sample-nodes.ts'

/** What a project county is asked to build: one mechanism, a plan, trainers, bases, and 选育用评 of its teachers. */
const NATIONAL_COUNTY = rubric('“国培计划”项目县年度绩效评价指标', [
  group('mechanism', '体制机制', [
    leaf('mechanism.lead', '组织领导', 5, '领导小组和办公室到位，科室职责清楚，有年度部署和调度', 'inspection'),
    leaf('mechanism.integration', '资源整合', 6, '培训、教研、科研、电教统一设计、联合立项、协同实施'),
    leaf('mechanism.plan', '规划落实', 5, '五年规划分解到年度，分层分类分岗覆盖全体教师'),
    measured('mechanism.budget', '经费执行率', 6, 'budget_execution', '预算足额列支并按规定执行'),
  ]),
  group('team', '队伍与基地', [
    leaf('team.trainers', '培训师队伍', 8, '学科齐全、相对稳定，有选聘、研修和退出办法'),
    leaf('team.studios', '名师名校长名班主任工作室', 6, '按参训骨干比例建立，有任务、有经费、有考核'),
    leaf('team.bases', '教师发展学校与校本研修示范校', 6, '作用发挥有方案，结对帮扶薄弱学校'),
  ]),
  group('delivery', '项目实施', [
    measured('delivery.participation', '参培率', 8, 'participation', '选派的教师按要求参训'),
    measured('delivery.completion', '结业率', 6, 'completion'),
    measured('delivery.milestones', '节点按期率', 5, 'milestones_on_time', '任务书约定的节点按期完成'),
    leaf('delivery.school_based', '校本研修', 7, '区域整体推进，有学科团队、有指导、有交流', 'inspection'),
    leaf('delivery.sending', '送教送培', 6, '对象精准、分阶段实施、与岗位培训结合', 'inspection'),
  ]),
  group('result', '成效', [
    {
      ...leaf('result.satisfaction', '参训教师满意度', 8, '匿名问卷，收回5份以上有效', 'survey'),
      metric: 'satisfaction',
    },
    measured('result.follow_up', '六个月跟踪完成率', 6, 'follow_up_6', '返岗应用有跟踪、有证据'),
    leaf('result.growth', '教师成长', 6, '建立成长档案，骨干梯队和乡村教师有可见进步'),
    leaf('result.cases', '典型经验', 6, '形成可复制的做法和资源，有宣传推广'),
  ]),
  extra('extra.recognised', '经验获上级推广加分', 'bonus', 5, '省级及以上采用或推广，凭文件加分'),
  extra('fault.money', '经费使用违规扣分', 'deduction', 10, '挤占、挪用或超标准列支，按检查结论扣分', 'inspection'),
  veto('veto.safety', '重大安全或师德责任事故（一票否决）', '参训或送培中发生责任事故，经查属实', 'inspection'),
])

export const NATIONAL_COUNTY_SAMPLE: SampleRubric = {
  key: 'national_county',
  use: 'completion',
  about: '国培项目县年度绩效：体制机制、队伍与基地、项目实施、成效，参考各地项目县实施意见的任务编成',
  rubric: NATIONAL_COUNTY,
}
