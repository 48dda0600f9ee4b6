import { NOMINATION_FORM } from '../../flagship/nomination-form.ts'
import { OPEN_TO_ALL } from '../applications/eligibility.ts'
import { BASE_FORM, DEMONSTRATION_SCHOOL_FORM, DEVELOPMENT_SCHOOL_FORM, STUDIO_FORM } from './accreditation-forms.ts'
import type { CallKind, Eligibility, UnitKind } from './call.ts'
import type { FormField } from './form.ts'
import { HONOUR_FORM } from './honour-form.ts'
import { TRAINING_FORM } from './training-form.ts'

/** What a bureau starts a call from: the form, its guidance, and who usually may apply. */
export type FormSample = {
  key: string
  title: string
  kind: CallKind
  form: readonly FormField[]
  guidance: string
  unitKinds: readonly UnitKind[]
  eligibility: Eligibility
}

/** Samples for every kind of call; each is copied into the call and may be changed there. */
export const FORM_SAMPLES: readonly FormSample[] = [
  {
    key: 'training-project',
    title: '教师培训项目申报表',
    kind: 'training_project',
    form: TRAINING_FORM,
    guidance: '请在申报时间内填写并提交；提交后如需修改，请联系教育局退回；撤回后不能再提交。附件可上传方案全文。',
    unitKinds: ['school', 'provider'],
    eligibility: { ...OPEN_TO_ALL, accredited: true },
  },
  {
    key: 'studio',
    title: '名师工作室申报表',
    kind: 'studio',
    form: STUDIO_FORM,
    guidance: '由工作室主持人所在学校申报。主持人和成员有师德失范结论尚在影响期内的，一票否决。',
    unitKinds: ['school'],
    eligibility: { ...OPEN_TO_ALL, ethicsVeto: true },
  },
  {
    key: 'base',
    title: '教师培训基地申报表',
    kind: 'base',
    form: BASE_FORM,
    guidance: '由中小学校或有资质的承训单位申报。经认定的基地所实施的培训方可记入教师培训档案。',
    unitKinds: ['school', 'provider'],
    eligibility: { ...OPEN_TO_ALL, accredited: true },
  },
  {
    key: 'development-school',
    title: '教师发展学校申报表',
    kind: 'development_school',
    form: DEVELOPMENT_SCHOOL_FORM,
    guidance: '由学校申报，实验期一般为两年。期满由教育局组织评估。',
    unitKinds: ['school'],
    eligibility: OPEN_TO_ALL,
  },
  {
    key: 'demonstration-school',
    title: '校本研修示范校申报表',
    kind: 'demonstration_school',
    form: DEMONSTRATION_SCHOOL_FORM,
    guidance: '由学校申报。典型案例全文和校本研修制度请作为附件上传。',
    unitKinds: ['school'],
    eligibility: OPEN_TO_ALL,
  },
  {
    key: 'flagship',
    title: '精品项目推荐表',
    kind: 'flagship',
    form: NOMINATION_FORM,
    guidance: '由教育局推荐评估为良好以上的项目，材料由推荐信封自动填入。',
    unitKinds: ['district'],
    eligibility: OPEN_TO_ALL,
  },
  {
    key: 'honour',
    title: '教师荣誉推荐表',
    kind: 'honour',
    form: HONOUR_FORM,
    guidance: '由学校推荐，推荐前须在校内公示不少于 5 个工作日。有师德失范结论尚在影响期内的，一票否决。',
    unitKinds: ['school'],
    eligibility: { ...OPEN_TO_ALL, ethicsVeto: true },
  },
]
