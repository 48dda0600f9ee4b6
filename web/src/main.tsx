import './styles/site.css'
import { render } from 'preact'
import { App } from './app.tsx'
import { restoreLanguage } from './words/words.ts'

const root = document.getElementById('app')
if (root !== null) void restoreLanguage().then(() => render(<App />, root))
