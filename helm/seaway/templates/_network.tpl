{{/* Takes a dict: root, name, service, component. */}}
{{- define "seaway.service" -}}
apiVersion: v1
kind: Service
metadata:
  name: {{ .name }}
  labels:
    {{- include "seaway.labels" .root | nindent 4 }}
    app.kubernetes.io/component: {{ .component }}
  {{- with .service.annotations }}
  annotations:
    {{- toYaml . | nindent 4 }}
  {{- end }}
spec:
  type: {{ .service.type }}
  selector:
    {{- include "seaway.selector" .root | nindent 4 }}
    app.kubernetes.io/component: {{ .component }}
  ports:
    - name: {{ .service.portName }}
      port: {{ .service.port }}
      targetPort: http
      protocol: TCP
{{- end }}

{{/* Takes a dict: root, name, ingress, port. */}}
{{- define "seaway.ingress" -}}
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: {{ .name }}
  labels:
    {{- include "seaway.labels" .root | nindent 4 }}
  {{- with .ingress.annotations }}
  annotations:
    {{- toYaml . | nindent 4 }}
  {{- end }}
spec:
  {{- with .ingress.className }}
  ingressClassName: {{ . }}
  {{- end }}
  {{- with .ingress.tls }}
  tls:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  rules:
    - http:
        paths:
          - path: {{ .ingress.path }}
            pathType: {{ .ingress.pathType }}
            backend:
              service:
                name: {{ .name }}
                port:
                  number: {{ .port }}
      {{- with .ingress.host }}
      host: {{ . | quote }}
      {{- end }}
{{- end }}
