import { SAMPLE_RUBRICS } from '@shixun/domain/quality/sample-rubrics'
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

/** Bodies that a form of rules beyond the contract takes: chance alone would hardly ever write one. */
export const SAMPLE_BODIES: Record<string, object> = {
  createCall: CALL,
  editCall: { title: '改名', form: FORM },
  createRubric: { purpose: 'review', body: review },
  editRubric: { body: review },
  createSchool: { code: '2141999999', name: '新学校', area: 'rural', phase: 'junior' },
  importSchools: {
    rows: [
      { code: '2141999998', name: '又一学校', area: 'town', phase: 'primary' },
      { code: 1, name: null },
    ],
  },
  importTeachers: { rows: [{ name: '张三', document: '11010519491231002X', documentType: 'resident-identity-card' }] },
  importPlan: { year: 2027, text: '1\t班主任培训\t6月\t4月完成培训方案；5月开班\n2\t骨干教师研修\t9月\t7月报名' },
  editApplication: { title: '改题', values: VALUES },
  reportFigures: { figures: { enrolled: 50, completed: 49, spent: 100 } },
  nominateProject: { projectId: '', curator: 'zhengzhou', phase, subject, module, mode, hours, summary, outline },
  tryPanel: {
    sheets: ['甲', '乙'].flatMap((rater) => ['一', '二'].map((item, n) => ({ rater, item, score: 80 + n }))),
    method: 'mean',
  },
}
