{{/* One pod. Takes a dict: root, config (name of the ConfigMap), environment (its content), resources, probes, restart, labels. */}}
{{- define "seaway.pod" -}}
{{- $values := .root.Values -}}
metadata:
  labels:
    {{- include "seaway.labels" .root | nindent 4 }}
    {{- toYaml .labels | nindent 4 }}
  annotations:
    checksum/config: {{ .environment | sha256sum }}
    checksum/secret: {{ include "seaway.secrets" .root | sha256sum }}
    checksum/mapping: {{ $values.mapping | toJson | sha256sum }}
    checksum/certificate: {{ $values.selfSignedCertificate.certificate | sha256sum }}
    {{- with merge (dict) $values.podAnnotations .annotations }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
spec:
  {{- if .restart }}
  restartPolicy: {{ .restart }}
  {{- end }}
  serviceAccountName: {{ include "seaway.serviceAccount" .root }}
  automountServiceAccountToken: false
  enableServiceLinks: false
  terminationGracePeriodSeconds: {{ $values.terminationGracePeriodSeconds }}
  {{- with $values.imagePullSecrets }}
  imagePullSecrets:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- with $values.podSecurityContext }}
  securityContext:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- with $values.extraInitContainers }}
  initContainers:
    {{- tpl (toYaml .) $.root | nindent 4 }}
  {{- end }}
  containers:
    - name: seaway
      image: {{ include "seaway.image" .root | quote }}
      imagePullPolicy: {{ $values.imagePullPolicy }}
      {{- with $values.containerSecurityContext }}
      securityContext:
        {{- toYaml . | nindent 8 }}
      {{- end }}
      {{- with .resources }}
      resources:
        {{- toYaml . | nindent 8 }}
      {{- end }}
      ports:
        - name: http
          containerPort: 8000
          protocol: TCP
      env:
        {{- include "seaway.env" . | nindent 8 }}
      envFrom:
        - configMapRef:
            name: {{ .config }}
        {{- include "seaway.secretRefs" .root | nindent 8 }}
      volumeMounts:
        - name: ocean-tmp
          mountPath: /tmp/ocean
        {{- if $values.mapping.config }}
        - name: mapping
          mountPath: /etc/seaway/mapping
          readOnly: true
        {{- end }}
        {{- if $values.selfSignedCertificate.enabled }}
        - name: certificates
          mountPath: /etc/seaway/certificates
          readOnly: true
        {{- end }}
        {{- with $values.extraVolumeMounts }}
        {{- tpl (toYaml .) $.root | nindent 8 }}
        {{- end }}
      {{- if .probes }}
      {{- include "seaway.probes" .root | nindent 6 }}
      {{- end }}
    {{- with .extraContainers }}
    {{- tpl (toYaml .) $.root | nindent 4 }}
    {{- end }}
  volumes:
    - name: ocean-tmp
      {{- toYaml (.data | default (dict "emptyDir" dict)) | nindent 6 }}
    {{- if $values.mapping.config }}
    - name: mapping
      configMap:
        name: {{ include "seaway.name" .root }}-mapping
    {{- end }}
    {{- if $values.selfSignedCertificate.enabled }}
    - name: certificates
      secret:
        secretName: {{ include "seaway.certificateSecret" .root }}
        items:
          - key: {{ ternary $values.selfSignedCertificate.secret.key "crt" $values.selfSignedCertificate.secret.useExistingSecret }}
            path: cert.crt
    {{- end }}
    {{- with $values.extraVolumes }}
    {{- tpl (toYaml .) $.root | nindent 4 }}
    {{- end }}
  {{- with $values.nodeSelector }}
  nodeSelector:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- with $values.affinity }}
  affinity:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- with $values.tolerations }}
  tolerations:
    {{- toYaml . | nindent 4 }}
  {{- end }}
{{- end }}

{{- define "seaway.secretRefs" -}}
{{- if kindIs "slice" .Values.secret.name }}
{{- range .Values.secret.name }}
- secretRef:
    name: {{ . }}
{{- end }}
{{- else if or .Values.secret.create .Values.secret.name }}
- secretRef:
    name: {{ include "seaway.ownSecret" . }}
{{- end }}
{{- end }}

{{/* Variables of their own. Takes the pod's dict. A volume that is named is taken to last: runs that were killed are gone on with. */}}
{{- define "seaway.env" -}}
{{- $values := .root.Values -}}
{{- $variables := list -}}
{{- if and .data (not (hasKey $values.integration.extraConfig "dataDirectory")) }}
{{- $variables = append $variables (dict "name" "OCEAN__DATA_DIRECTORY" "value" "/tmp/ocean") }}
{{- end }}
{{- with $values.port.existingSecret }}
{{- if .name }}
{{- $variables = append $variables (dict "name" "OCEAN__PORT__CLIENT_ID" "valueFrom" (dict "secretKeyRef" (dict "name" .name "key" .clientIdKey))) }}
{{- $variables = append $variables (dict "name" "OCEAN__PORT__CLIENT_SECRET" "valueFrom" (dict "secretKeyRef" (dict "name" .name "key" .clientSecretKey))) }}
{{- end }}
{{- end }}
{{- range $key, $secret := $values.integration.existingSecrets }}
{{- $variables = append $variables (dict "name" (printf "OCEAN__INTEGRATION__CONFIG__%s" ($key | snakecase | upper)) "valueFrom" (dict "secretKeyRef" (dict "name" $secret.name "key" $secret.key))) }}
{{- end }}
{{- if $values.selfSignedCertificate.enabled }}
{{- $variables = append $variables (dict "name" "SSL_CERT_FILE" "value" "/etc/ssl/certs/ca-certificates.crt") }}
{{- $variables = append $variables (dict "name" "SSL_CERT_DIR" "value" "/etc/seaway/certificates") }}
{{- end }}
{{- with $values.extraEnv }}
{{- $variables = concat $variables (tpl (toYaml .) $.root | fromYamlArray) }}
{{- end }}
{{- toYaml $variables }}
{{- end }}

{{- define "seaway.probes" -}}
{{- $defaults := dict "initialDelaySeconds" 0 "periodSeconds" 10 "timeoutSeconds" 5 "failureThreshold" 3 -}}
{{- with .Values.livenessProbe }}
{{- if .enabled }}
livenessProbe:
  httpGet:
    path: /health/live
    port: http
  {{- toYaml (merge (omit . "enabled") $defaults) | nindent 2 }}
{{- end }}
{{- end }}
{{- with .Values.readinessProbe }}
{{- if .enabled }}
readinessProbe:
  httpGet:
    path: /health/ready
    port: http
  {{- toYaml (merge (omit . "enabled") $defaults) | nindent 2 }}
{{- end }}
{{- end }}
{{- end }}
