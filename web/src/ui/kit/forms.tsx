import { useState } from 'preact/hooks'
import { Button } from '../button.tsx'
import { focusFirstError } from '../first-error.ts'
import type { FormValues } from '../form-field.ts'
import { FormFieldList } from '../form-field-list.tsx'
import { FormValueList } from '../form-value-list.tsx'
import { Steps } from '../steps.tsx'
import { planFields, planFindings, planValues } from './plan-samples.ts'
import { fields, values as initial } from './samples.ts'
import { Section } from './section.tsx'

const errors = { '/form/hours': '不得少于 100 学时', '/form/budget/1/reason': '请写明测算依据' }

export function Forms() {
  const [values, setValues] = useState<FormValues>(initial)
  const [plan, setPlan] = useState<FormValues>(planValues)
  return (
    <>
      <Section title="数据驱动的表单">
        <Steps
          current="plan"
          onPick={() => undefined}
          steps={[
            { key: 'base', title: '基本信息', state: 'done' },
            { key: 'plan', title: '研修方案' },
            { key: 'money', title: '经费预算', state: 'error' },
            { key: 'files', title: '附件' },
            { key: 'preview', title: '预览提交' },
          ]}
        />
        <FormFieldList
          fields={fields}
          values={values}
          errors={errors}
          onChange={(key, value) => setValues((before) => ({ ...before, [key]: value }))}
        />
        <div class="row">
          <Button>上一步</Button>
          <Button>保存草稿</Button>
          <Button kind="primary" onClick={() => focusFirstError()}>
            下一步
          </Button>
        </div>
      </Section>
      <Section title="进度、课程和预算，带实时检查">
        <FormFieldList
          fields={planFields}
          values={plan}
          findings={planFindings}
          onChange={(key, value) => setPlan((before) => ({ ...before, [key]: value }))}
        />
      </Section>
      <Section title="进度、课程和预算，只读">
        <FormValueList fields={planFields} values={plan} />
      </Section>
      <Section title="同一表单，只读">
        <FormValueList fields={fields} values={values} />
      </Section>
    </>
  )
}
