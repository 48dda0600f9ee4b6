import { DISTRICT_240 } from '@shixun/domain/credits/samples/district-hours'
import { DEFAULT_COHORT_RULES } from '@shixun/domain/delivery/cohort'
import { SAMPLE_RUBRICS } from '@shixun/domain/quality/rubrics/sample-rubrics'
import { DEFAULT_NUMBERING } from '@shixun/domain/shared/number-pattern'
import { FORM, PACKAGE, VALUES } from './sample-rows.ts'

const review = SAMPLE_RUBRICS.find(({ use }) => use === 'application')?.rubric
const CALL = {
  kind: 'training_project',
  level: 'district',
  year: 2026,
  title: '2026 年培训项目',
  guidance: '',
  form: FORM,
  rubricId: null,
  opensAt: '2026-01-01T00:00:00.000Z',
  closesAt: '2099-12-31T00:00:00.000Z',
  quotaPerUnit: 2,
  unitKinds: ['school'],
  review: { blindness: 'double', method: 'mean', expertsPerItem: 3, quota: 1 },
  noticeDays: 5,
}
const { phase, subject, module, mode, hours, summary, outline } = PACKAGE

const TERMS = {
  targets: [
    { means: 'persons', name: '培训人数', promised: 60, unit: '人' },
    { means: 'hours', name: '培训学时', promised: 40, unit: '学时' },
  ],
  money: { total: 5_000_000, items: [] },
  outputs: ['课例和资源一套'],
  dates: { from: '2026-04-01', to: '2026-05-31', milestones: VALUES.milestones },
}

const COHORT = {
  projectId: '',
  title: '第 1 班',
  providerId: null,
  line: '班主任培训',
  topic: '班级管理',
  level: 'district',
  module: '师德修养',
  subject: '',
  phase: '',
  channel: 'concentrated',
  category: '',
  places: 40,
  waitingPlaces: 5,
  stages: [{ id: 's1', title: '集中研修', from: '2027-04-01', to: '2027-04-10' }],
  rules: DEFAULT_COHORT_RULES,
  nominateUntil: null,
}

/** Bodies that a form of rules beyond the contract takes: chance alone would hardly ever write one. */
export const SAMPLE_BODIES: Record<string, object> = {
  saveMyInterests: {
    units: [{ unitId: null, name: '师范学院', since: '2020-09-01', until: null }],
    ties: [{ name: '王小明', kind: 'coworker', since: '2019-09-01', until: '2021-07-31' }],
  },
  createCall: CALL,
  editCall: { title: '改名', form: FORM },
  copyCall: {
    year: 2027,
    title: '2027 年培训项目',
    opensAt: '2027-01-01T00:00:00.000Z',
    closesAt: '2099-12-31T00:00:00.000Z',
  },
  importResults: {
    rows: [
      { number: 'SB2026-0001', outcome: '通过', reason: null },
      { number: 1, outcome: '再议', reason: '' },
    ],
  },
  importScores: {
    rows: [
      { sheet: '材料 A1B2C3', scores: { 'environment.need': '8.5' }, comments: {}, comment: '可行' },
      { sheet: 1, scores: { nothing: true }, comment: null },
    ],
  },
  fileAppeal: { text: '评分与材料不符', points: [] },
  acceptAppeal: { note: '受理', way: 'arithmetic' },
  previewAppeal: {},
  settleAppeal: { note: '核算无误', applyRanking: false },
  editReviewComments: { experts: [{ no: 1, general: '可行', omitted: false, criteria: [] }] },
  importEthicsRecords: {
    rows: [
      { schoolCode: '2141000001', name: null, year: 2025, result: '合格', reason: '年度考核' },
      { schoolCode: 1, name: '张三', year: '去年' },
    ],
  },
  createRubric: { purpose: 'review', body: review },
  editRubric: { body: review },
  createSchool: { code: '2141999999', name: '新学校', area: 'rural', phase: 'junior' },
  importSchools: {
    rows: [
      { code: '2141999998', name: '又一学校', area: 'town', phase: 'primary' },
      { code: 1, name: null },
    ],
  },
  importProviders: {
    rows: [
      { name: '又一学院', levels: '市级、district', accreditedFrom: '2026-01-01', accreditedTo: '2028-12-31' },
      { name: 1, levels: '部级', accreditedFrom: '去年', accreditedTo: null },
    ],
  },
  importExperts: {
    rows: [
      { name: '又一专家', schoolCode: null, subjects: '语文、数学', phases: '小学', pastSchools: '' },
      { name: null, schoolCode: 1, pastSchools: '2141000001' },
    ],
  },
  importTeachers: { rows: [{ name: '张三', document: '11010519491231002X', documentType: 'resident-identity-card' }] },
  createTeacher: {
    name: '王小明',
    schoolId: '',
    documentType: 'resident-identity-card',
    document: '11010519491231002X',
    certificate: null,
    phone: '13800000000',
    phase: 'primary',
    subject: '语文',
    title: null,
    posts: [],
    entryDate: '2010-09-01',
    education: null,
    heldPosts: [{ post: 'head_teacher', from: '2021-09-01', to: null }],
    leaves: [],
    frontLine: true,
  },
  editTeacher: { subject: '数学', phone: null },
  revealNumber: { field: 'phone', purpose: '通知' },
  createRosterImport: { fileName: '教师.xlsx', fingerprint: 'f', total: 2 },
  stageRosterRows: {
    from: 1,
    rows: [
      { line: 2, cells: { name: '张三', document: '11010519491231002X', schoolCode: '2141000001', phase: '小学' } },
      { line: 3, cells: { name: 1, document: 110105194912310000, posts: '班主任（2021-09-01 至今）' } },
    ],
  },
  createTransfer: { teacherId: '', toSchoolCode: '2141000002', reason: '工作需要' },
  checkArchive: { archive: { format: 'shixun-teacher-archive/1' }, signature: 'a..b' },
  importArchive: { archive: { format: 'shixun-teacher-archive/1' }, signature: 'a..b', schoolId: '' },
  createCohort: COHORT,
  editCohort: { places: 60, stages: COHORT.stages },
  addSessions: {
    sessions: [
      {
        stageId: 's1',
        topic: '讲座',
        module: '师德修养',
        trainers: [{ name: '张三', unit: '师范学院', title: '教授' }],
        place: '报告厅',
        startsAt: '2027-04-02T01:00:00.000Z',
        endsAt: '2027-04-02T03:00:00.000Z',
        minutes: 120,
      },
    ],
  },
  importSessions: {
    rows: [
      { day: '2027-04-03', from: '9:00', to: '11:30', topic: '研讨', trainers: '李四（教研室）' },
      { day: '四月', from: 0.375, to: null, topic: 1 },
    ],
  },
  putQuotas: {
    rows: [
      { school: '2141999999', places: 2 },
      { school: 1, places: '两个' },
    ],
  },
  renewProvider: { levels: ['city'], number: '1号', from: '2100-01-01', to: '2101-12-31' },
  endPeriod: { endedOn: '2099-01-01', note: '整改' },
  importAttendance: {
    rows: [
      { name: '教师', school: null, minutes: 90 },
      { name: 1, minutes: '九十' },
    ],
    reason: '平台导出',
  },
  declareHours: {
    date: '2026-03-02',
    hours: 10,
    channel: 'online',
    title: '寒假研修',
    providerName: '国家中小学智慧教育平台',
  },
  importLedger: {
    rows: [
      {
        name: '教师0',
        date: '2025-11-20',
        hours: 8,
        channel: '集中培训',
        title: '暑期研修',
        providerName: '教师进修学校',
      },
      { name: 1, date: '去年', hours: '很多' },
    ],
  },
  importPlan: { year: 2027, text: '1\t班主任培训\t6月\t4月完成培训方案；5月开班\n2\t骨干教师研修\t9月\t7月报名' },
  batchApplications: { action: 'reject', note: '重复', items: [{ id: '', version: 1 }] },
  putSetting: { value: DEFAULT_NUMBERING },
  previewNumbers: DEFAULT_NUMBERING,
  beginUpload: { name: '方案.pdf', size: 1_000_000, fingerprint: '1'.repeat(64) },
  editApplication: { title: '改题', values: VALUES },
  planInspection: { projectId: '', visitOn: '2099-05-20', expertIds: [''], checks: [{ title: '场地与申报一致' }] },
  keepInspectionEntries: {
    entries: [
      { key: 'check.1', score: null, answer: 'yes', note: '', at: '2026-05-20T01:00:00.000Z', seen: null },
      { key: 'check.2', score: 850, answer: 'na', note: '', at: '2026-05-20T01:00:00.000Z', seen: null },
    ],
  },
  sealInspectionSheet: { receivedBy: '王主任', photos: 0 },
  settleMilestone: { key: '完成培训方案', settledOn: '2026-01-05', note: '已印发' },
  reportFigures: { figures: { enrolled: 50, completed: 49, spent: 100 } },
  compareTerms: { fromNo: 1, terms: TERMS },
  proposeAmendment: { fromNo: 1, terms: TERMS, reason: '需求增加' },
  nominateProject: { projectId: '', curator: 'zhengzhou', phase, subject, module, mode, hours, summary, outline },
  createRobot: {
    kind: 'wecom',
    name: '师训科群',
    address: 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=00000000-0000-4000-8000-000000000000',
    // nothing in these tests closes a window, so that it has nothing to say
    events: ['deadline.near'],
  },
  editRobot: { name: '师训科群', events: ['deadline.near'] },
  createPolicy: { from: 'body', body: DISTRICT_240.policy },
  editPolicy: { body: DISTRICT_240.policy },
  explainPolicy: { policy: DISTRICT_240.policy },
  tryCredits: {
    policy: DISTRICT_240.policy,
    teacher: { entryDate: '2015-09-01', phase: 'primary' },
    entries: [{ id: 'e1', date: '2026-03-02', hours: 8, channel: 'online', accredited: true }],
    asOf: '2026-12-31',
  },
  supersedeCertificate: { note: '更正姓名', corrections: { name: '王小明' } },
  tryPanel: {
    sheets: ['甲', '乙'].flatMap((rater) => ['一', '二'].map((item, n) => ({ rater, item, score: 80 + n }))),
    method: 'mean',
  },
}
