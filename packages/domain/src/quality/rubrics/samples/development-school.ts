import { extra, group, leaf, rubric, type SampleRubric, veto } from './sample-nodes.ts'

const DEVELOPMENT_SCHOOL = rubric('教师发展学校评估认定指标', [
  group('idea', '理念与规划', [
    leaf('idea.plan', '教师发展规划', 8, '与学校发展规划衔接，目标分层、可检验'),
    leaf('idea.lead', '校长第一责任', 6, '校长牵头，有专门机构和专职人员'),
  ]),
  group('guarantee', '条件保障', [
    leaf('guarantee.money', '经费投入', 6, '培训经费不低于规定比例，专款专用'),
    leaf('guarantee.place', '场地与资源', 5, '研修场地、图书资料和网络平台可用'),
    leaf('guarantee.rules', '制度激励', 5, '研修计入考核、评优和职称，执行有记录'),
  ]),
  group('school_based', '校本研修', [
    leaf('school_based.theme', '主题与课程', 10, '问题来自课堂，主题成系列，有研修课程'),
    leaf('school_based.groups', '教研组与备课组', 8, '组组有活动，听评课有改进跟踪'),
    leaf('school_based.growth', '青年教师与骨干培养', 8, '师徒结对、梯队培养，一人一案'),
  ]),
  group('practice', '实践基地作用', [
    leaf('practice.placement', '跟岗与实习接待', 8, '有跟岗方案、指导教师和考核，容量与质量相称'),
    leaf('practice.partner', '与高校和教研机构协同', 6, '有协议、有共同课题或课程'),
    leaf('practice.help', '帮扶薄弱学校', 8, '结对学校有计划、有频次、有受益证据'),
  ]),
  group('effect', '发展成效', [
    leaf('effect.teachers', '教师专业成长', 10, '骨干比例、课堂质量和研究成果的变化'),
    leaf('effect.students', '学生发展', 6, '学生学习与发展的可见变化'),
    leaf('effect.spread', '经验与影响', 6, '形成可推广的做法，有交流和采用的记录'),
  ]),
  extra('extra.feature', '特色创新加分', 'bonus', 3, '有独创且经过两年以上实践的做法'),
  veto('veto.ethics', '师德失范或违规办学（一票否决）', '近两年内发生并经查属实'),
])

export const DEVELOPMENT_SCHOOL_SAMPLE: SampleRubric = {
  key: 'development_school',
  use: 'application',
  about: '教师发展学校申报与评估验收：规划、保障、校本研修、基地作用、成效，全部由专家评分',
  rubric: DEVELOPMENT_SCHOOL,
}
