// Half size: what wet ground and polished floors mirror of the picture, in place of the sky there.
in vec2 uv;
out vec4 color;
uniform sampler2D light_map;
void main() {
    float depth = min(texture(depth_map, uv).r, 1e5), emission, puddle = 0.0;
    vec3 ray = ray_through(uv);
    vec3 world = eye.xyz + ray * depth;
    Skin s = skin_at(uv, ray, emission);
    vec3 share;
#ifdef WET
    soaked(s, world, depth, puddle);
    share = mirror_share(s);
    share = mix(share, max(share, vec3(0.05 + 0.75 * pow(1.0 - max(dot(s.n, s.v), 0.02), 4.0))), puddle);
#else
    share = mirror_share(s);
#endif
    float smooth_share = smoothstep(0.42, 0.16, s.roughness) * smoothstep(0.93, 0.985, s.n.y) * (1.0 - s.metal);   // floors: balls mirror too little of the picture
    bool wanted = depth < 400.0 && smooth_share * max(share.r, max(share.g, share.b)) > 0.012;
    if (!wanted) s.n = vec3(0.0, 1.0, 0.0);
    vec3 r = normalize(reflect(-s.v, s.n));
    vec3 hit = march(world + s.n * (0.01 + 0.002 * depth), r, depth, wanted);
    vec2 border = smoothstep(vec2(0.5), vec2(0.44, 0.42), abs(hit.xy - 0.5));
    float found = hit.z * border.x * border.y * smooth_share;
    vec3 other = min(texture(light_map, hit.xy).rgb, 12.0);
    vec3 gain = (other - mirrored_sky(r, s.roughness)) * share * found;
    float air = through_air(vec3(1.0), world, s.v).g - through_air(vec3(0.0), world, s.v).g;
    color = vec4(wanted ? gain * air : vec3(0.0), depth);
}
