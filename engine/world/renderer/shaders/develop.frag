// From light to a picture: blur discs, glow, exposure, film-like tone curve; sRGB with luma in alpha.
in vec2 uv;
out vec4 color;
uniform sampler2D light_map;
uniform sampler2D bright_map;
uniform sampler2D depth_map;
#ifdef FOCUS
uniform sampler2D far_map;
uniform sampler2D near_map;
#endif
// Each channel on a sigmoid, after the channels have been mixed a little: bright
// colours go to white on a straight way instead of turning yellow or cyan.
vec3 tone_curve(vec3 x) {
    const mat3 into = mat3(0.842, 0.044, 0.047, 0.108, 0.896, 0.094, 0.050, 0.060, 0.859);
    const mat3 back = mat3(1.1985, -0.0540, -0.0597, -0.1379, 1.1337, -0.1165, -0.0606, -0.0797, 1.1762);
    x = min(max(into * x, 0.0), 12.0);
    // 18 % grey stays; 12 times white is white.
    vec3 log_x = log2(max(x, 1e-9));
    vec3 y = exp2(log_x * 1.45) / (exp2(log_x * 1.4065) * 1.10297 + 0.36856);
    return clamp(back * y, 0.0, 1.0);
}
void main() {
    vec4 arrived = texelFetch(light_map, ivec2(gl_FragCoord.xy), 0);
    vec3 light = arrived.rgb;
#ifdef FOCUS
    float disc = optics.z * (1.0 / lens.z - 1.0 / min(texture(depth_map, uv).r, 1e4));
    light = mix(light, texture(far_map, uv).rgb, smoothstep(0.4, 1.4, disc * screen.y));
    vec4 near = texture(near_map, uv);
    light = mix(light, near.rgb, max(near.a, smoothstep(0.6, 1.8, -disc * screen.y)));
#endif
    light = light * tone.x + texture(bright_map, uv).rgb * 0.14;
    vec3 c = arrived.a > 1.5 ? arrived.rgb : tone_curve(light);
    c = mix(c * 12.92, 1.055 * pow(max(c, 0.0031308), vec3(1.0 / 2.4)) - 0.055, step(0.0031308, c));
    color = vec4(c, dot(c, vec3(0.299, 0.587, 0.114)));
}
