import { extra, group, leaf, rubric, type SampleRubric, veto } from './sample-nodes.ts'

const DEMONSTRATION_SCHOOL = rubric('校本研修示范校评选指标', [
  group('manage', '研修管理', [
    leaf('manage.system', '制度与机制', 8, '校长负责，计划、过程、考核和奖励成体系'),
    leaf('manage.guarantee', '时间与经费', 7, '研修时间固定，经费有预算、有使用记录'),
    leaf('manage.record', '学时与档案', 5, '学时登记准确，过程档案真实完整'),
  ]),
  group('content', '研修内容与方式', [
    leaf('content.problem', '问题导向', 10, '从课堂和教师调查中找问题，形成主题'),
    leaf('content.lesson', '课例研究', 10, '备课、上课、观课、改进形成闭环'),
    leaf('content.team', '优势学科团队', 8, '学科组有带头人、有目标、有成果'),
    leaf('content.technology', '信息技术应用', 7, '线上线下结合，用数据改进教学'),
  ]),
  group('effect', '研修成效', [
    leaf('effect.teachers', '教师成长', 12, '参与面广，各层教师都有可见进步'),
    leaf('effect.classroom', '课堂变化', 10, '专家随堂听课所见的变化'),
    leaf('effect.output', '研修成果', 8, '课例、资源、课题和论文有质量'),
  ]),
  group('demonstrate', '示范辐射', [
    leaf('demonstrate.open', '开放与交流', 7, '面向区域开放研修活动，有频次、有评价'),
    leaf('demonstrate.help', '跨校帮扶', 8, '帮扶薄弱学校有协议、有变化'),
  ]),
  extra('extra.model', '经验被推广加分', 'bonus', 3, '县级以上发文推广或作经验交流'),
  veto('veto.ethics', '师德失范、安全责任事故或弄虚作假（一票否决）', '近两年内发生，或申报材料不实，经查属实'),
])

export const DEMONSTRATION_SCHOOL_SAMPLE: SampleRubric = {
  key: 'demonstration_school',
  use: 'application',
  about: '校本研修示范校评选：管理、内容与方式、成效、辐射，全部由专家评分',
  rubric: DEMONSTRATION_SCHOOL,
}
