{{/* A value as an environment has it: text as it stands, all else as JSON. */}}
{{- define "seaway.text" -}}
{{- if kindIs "string" . -}}{{ . }}{{- else -}}{{ toJson . }}{{- end -}}
{{- end }}

{{/* What all workloads share. */}}
{{- define "seaway.sharedEnvironment" -}}
OCEAN__PORT__BASE_URL: {{ .Values.port.baseUrl | quote }}
OCEAN__SEND_RAW_DATA_EXAMPLES: {{ .Values.sendRawDataExamples | quote }}
OCEAN__ALLOW_ENVIRONMENT_VARIABLES_JQ_ACCESS: {{ .Values.allowEnvironmentVariablesJqAccess | quote }}
OCEAN__INTEGRATION__IDENTIFIER: {{ .Values.integration.identifier | quote }}
OCEAN__INTEGRATION__TYPE: {{ .Values.integration.type | quote }}
APPLICATION__PORT: "8000"
{{- with .Values.clientTimeout }}
OCEAN__CLIENT_TIMEOUT: {{ . | toString | quote }}
{{- end }}
{{- if .Values.integration.oauth.enabled }}
OCEAN__OAUTH_ACCESS_TOKEN_FILE_PATH: {{ .Values.integration.oauth.access_token_file_path | quote }}
{{- end }}
{{- if .Values.mapping.config }}
OCEAN__CONFIG_PATH: /etc/seaway/mapping/mapping.yml
{{- end }}
{{- if ne .Values.liveEvents.queue.type "DISK" }}
OCEAN__LIVE_EVENTS: {{ .Values.liveEvents.queue | toJson | quote }}
{{- end }}
{{- with .Values.liveEvents.baseUrl }}
OCEAN__BASE_URL: {{ . | quote }}
{{- end }}
{{- range $key, $value := .Values.integration.config }}
{{- if not (kindIs "invalid" $value) }}
OCEAN__INTEGRATION__CONFIG__{{ $key | snakecase | upper }}: {{ include "seaway.text" $value | quote }}
{{- end }}
{{- end }}
{{- range $key, $value := .Values.integration.extraConfig }}
OCEAN__{{ $key | snakecase | upper }}: {{ include "seaway.text" $value | quote }}
{{- end }}
{{- range $key, $value := .Values.seaway }}
{{- if not (kindIs "invalid" $value) }}
OCEAN__SEAWAY__{{ $key | snakecase | upper }}: {{ include "seaway.text" $value | quote }}
{{- end }}
{{- end }}
{{- end }}

{{- define "seaway.environment" -}}
{{ include "seaway.sharedEnvironment" . }}
OCEAN__INITIALIZE_PORT_RESOURCES: {{ .Values.initializePortResources | quote }}
{{- if eq .Values.workload.kind "CronJob" }}
OCEAN__EVENT_LISTENER: {{ dict "type" "ONCE" | toJson | quote }}
{{- else }}
OCEAN__EVENT_LISTENER: {{ .Values.integration.eventListener | toJson | quote }}
{{- with .Values.scheduledResyncInterval }}
OCEAN__SCHEDULED_RESYNC_INTERVAL: {{ . | toString | quote }}
{{- end }}
{{- end }}
{{- end }}

{{- define "seaway.liveEventsEnvironment" -}}
{{ include "seaway.sharedEnvironment" . }}
OCEAN__INITIALIZE_PORT_RESOURCES: {{ .Values.liveEvents.worker.initializePortResources | quote }}
OCEAN__EVENT_LISTENER: {{ dict "type" "WEBHOOKS_ONLY" | toJson | quote }}
{{- range $key, $value := .Values.liveEvents.extraConfig }}
OCEAN__{{ $key | snakecase | upper }}: {{ include "seaway.text" $value | quote }}
{{- end }}
{{- end }}

{{- define "seaway.secrets" -}}
{{- if not .Values.port.existingSecret.name }}
OCEAN__PORT__CLIENT_ID: {{ .Values.port.clientId | quote }}
OCEAN__PORT__CLIENT_SECRET: {{ .Values.port.clientSecret | quote }}
{{- end }}
{{- range $key, $value := .Values.integration.secrets }}
{{- if not (kindIs "invalid" $value) }}
OCEAN__INTEGRATION__CONFIG__{{ $key | snakecase | upper }}: {{ include "seaway.text" $value | quote }}
{{- end }}
{{- end }}
{{- end }}
