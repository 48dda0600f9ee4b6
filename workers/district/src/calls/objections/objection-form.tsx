/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx'

const TITLES = { name: '姓名', contact: '联系方式', text: '事实和依据', file: '证据材料' } as const

/** What somebody typed, kept when the form comes back. `receipt` was drawn with the form: a form sent twice is taken once. */
export type TypedObjection = { named: boolean; name: string; contact: string; text: string; receipt: string }

type FieldName = keyof typeof TITLES

/** What is wrong, by the name of the field; `form` is about all of it. */
export type FormErrors = Partial<Record<FieldName | 'form', string>>

const MOST_TEXT = 4000
export const MOST_FILES = 3

function Field(given: { name: FieldName; help: string; error: string | undefined; children: Child }) {
  const { name, help, error, children } = given
  return (
    <div class="field">
      <label for={name}>
        {TITLES[name]}
        {name === 'text' && <span class="required">（必填）</span>}
      </label>
      {children}
      <p class="quiet" id={`${name}-help`}>
        {help}
      </p>
      {error && (
        <p class="error" id={`${name}-error`}>
          {error}
        </p>
      )}
    </div>
  )
}

/** Attributes that tie a control to its label, help and error. */
const tied = (name: FieldName, error: string | undefined) => ({
  id: name,
  'aria-describedby': error ? `${name}-error ${name}-help` : `${name}-help`,
  ...(error ? { 'aria-invalid': 'true' } : {}),
})

function Errors({ typed, errors }: { typed: TypedObjection; errors: FormErrors }) {
  const wrong = Object.entries(errors) as [FieldName | 'form', string][]
  if (wrong.length === 0) return null
  const kept = [typed.name, typed.contact, typed.text].some((text) => text !== '')
  return (
    <div class="error" role="alert">
      <p>异议还没有提交，请修改后重新提交：</p>
      <ul>
        {wrong.map(([name, error]) => (
          <li>
            {name !== 'form' && (
              <>
                <a href={`#${name}`}>{TITLES[name]}</a>：
              </>
            )}
            {error}
          </li>
        ))}
      </ul>
      {kept && <p>文字已保留；选择过的文件请重新选择。</p>}
    </div>
  )
}

/** The form of an objection: a plain one, that any browser sends by itself. */
export function ObjectionForm({ typed, errors }: { typed: TypedObjection; errors: FormErrors }) {
  return (
    <form method="post" enctype="multipart/form-data">
      <Errors typed={typed} errors={errors} />
      <input type="hidden" name="receipt" value={typed.receipt} />
      <fieldset>
        <legend>提出方式</legend>
        <label>
          <input type="radio" name="named" value="yes" checked={typed.named} />
          实名：留下姓名和联系方式，便于核实和答复
        </label>
        <label>
          <input type="radio" name="named" value="no" checked={!typed.named} />
          匿名：不记录姓名和联系方式，凭回执号查询答复
        </label>
      </fieldset>
      <Field name="name" error={errors.name} help="实名时必填。只有本局师训科能看到，不会公开。">
        <input
          name="name"
          type="text"
          value={typed.name}
          maxlength={40}
          autocomplete="name"
          {...tied('name', errors.name)}
        />
      </Field>
      <Field name="contact" error={errors.contact} help="实名时必填，如手机号码。加密保存，只用于核实和答复。">
        <input name="contact" type="text" value={typed.contact} maxlength={80} {...tied('contact', errors.contact)} />
      </Field>
      <Field
        name="text"
        error={errors.text}
        help={`写明对哪一项有异议、事实是什么、依据是什么。不超过 ${MOST_TEXT} 字。`}
      >
        <textarea name="text" rows={8} maxlength={MOST_TEXT} required {...tied('text', errors.text)}>
          {typed.text}
        </textarea>
      </Field>
      <Field
        name="file"
        error={errors.file}
        help={`可以不附。PDF、JPG 或 PNG，最多 ${MOST_FILES} 个，每个不超过 10 MB。匿名提出的，请先去掉材料中能看出您身份的内容。`}
      >
        <input name="file" type="file" accept=".pdf,.jpg,.jpeg,.png" multiple {...tied('file', errors.file)} />
      </Field>
      <p class="actions">
        <button type="submit">提交异议</button>
      </p>
    </form>
  )
}
