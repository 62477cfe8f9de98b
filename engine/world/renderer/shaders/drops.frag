in vec2 across;
in float alpha;
uniform int snow;
out vec4 color;
void main() {
    float shape = snow == 1 ? smoothstep(1.0, 0.25, length(across)) : (1.0 - across.x * across.x) * (1.0 - across.y * across.y);
    vec3 light = (sky_horizon.rgb * 0.9 + sky_top.rgb * 0.3) * ground_color.w + sun_color.rgb * 0.06;
    for (int i = 0; i < int(tone.z + 0.5); i++) light += lamp_color[i].rgb * 0.004;
    float cover = shape * alpha * (snow == 1 ? 0.95 : 0.55);
    color = vec4(light * (snow == 1 ? 1.1 : 1.0) * cover, cover);
}
